import { z } from 'zod';
import { codeCheckNames, codeTableNames } from '../codes/names.ts';

/**
 * What a platform is, as data. Nothing in it is code. Built-in profiles are constants that satisfy `Profile`; a profile
 * that comes from outside is read with `profileSchema`. Positions and lengths count code points, positions from 0.
 */

/** A profile that is written by hand may say a text once for both languages. */
const bilingual = z.preprocess(
  (words) => (typeof words === 'string' ? { zh: words, en: words } : words),
  z.strictObject({ zh: z.string(), en: z.string() }).readonly(),
);
const unsaid = { zh: '', en: '' };
/** What a profile says nothing of is assumed. */
const mark = z.enum(['S', 'P', 'F', 'I', 'A']).default('A');
const clause = z.string().default('');
const severity = z.enum(['error', 'warning', 'notice']);
const messageKind = z.enum(['request', 'response']);

const singleCondition = z.record(z.string(), z.array(z.string()).readonly()).readonly();
/** See `condition.ts`. */
const condition = z.union([singleCondition, z.array(singleCondition).readonly()]);

/** Of characters: more than any field of a message has, and few enough to be written out. */
const count = z.number().int().min(0).max(1_000_000);

const transport = z
  .strictObject({
    method: z.enum(['POST', 'GET']),
    contentType: z.string(),
    timeoutMilliseconds: z.number().int().positive().max(3_600_000),
    clause,
    mark,
  })
  .readonly()
  .default({
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '',
    mark: 'A',
  });

/** China time, or an instant as a number since 1970-01-01T00:00:00Z. */
export const clockFormats = z.enum(['yyyyMMddHHmmss', 'yyyy-MM-dd HH:mm:ss', 'seconds', 'milliseconds']);
const clockFormat = z.union([clockFormats, z.strictObject({ convention: z.string() }).readonly()]);

/** How a field gets its value when the user has not locked it. */
const fillRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('constant'), value: z.string() }).readonly(),
  /** From the environment, by the field's own name (`appCode`), or by the name of another that has the same value. */
  z.strictObject({ rule: z.literal('environment'), value: z.string().optional() }).readonly(),
  /** From the chosen interface, by the field's own name (`serviceCode`). */
  z.strictObject({ rule: z.literal('interface') }).readonly(),
  /** Part of another field; `to` is not included. */
  z.strictObject({ rule: z.literal('part'), of: z.string(), from: count, to: count }).readonly(),
  z.strictObject({ rule: z.literal('clock'), format: clockFormat }).readonly(),
  /** The beginning of another field, the date `yyyyMMdd`, then the serial. */
  z
    .strictObject({
      rule: z.literal('serial'),
      prefixField: z.string(),
      prefixLength: count,
      digits: count,
    })
    .readonly(),
  /** Random characters of lower hex. */
  z.strictObject({ rule: z.literal('nonce'), length: count }).readonly(),
  /** What the session has under this name (`access_token`), behind a prefix (`Bearer `). */
  z.strictObject({ rule: z.literal('session'), value: z.string(), prefix: z.string().optional() }).readonly(),
  /** A secret that the platform wants in the message itself: the text of a key slot. No trace holds it. */
  z.strictObject({ rule: z.literal('secret'), slot: z.string() }).readonly(),
  /** Computed by a later step. */
  z.strictObject({ rule: z.literal('signature') }).readonly(),
  z.strictObject({ rule: z.literal('byHand') }).readonly(),
]);

const headerField = z
  .strictObject({
    name: z.string(),
    title: bilingual,
    presence: z
      .strictObject({
        request: z.enum(['required', 'optional']).optional(),
        response: z.enum(['required', 'optional']).optional(),
      })
      .readonly()
      .default({ request: 'required' }),
    /**
     * Under which conventions, and in which interfaces (`interface`), the field is sent at all. A field may stand twice
     * under conditions that exclude each other.
     */
    when: condition.optional(),
    /** Where it travels: in the message (the default), or in the HTTP request around it. */
    carrier: z.enum(['message', 'query', 'path', 'http']).optional(),
    /** Whether an answer gives back what the request had, as fields of both have it unless they say otherwise. */
    echo: z.boolean().optional(),
    rule: fillRule,
    length: z
      .union([z.strictObject({ exactly: count }).readonly(), z.strictObject({ atMost: count }).readonly()])
      .default({ atMost: 65_535 }),
    /** The whole value must match, when it is not empty. A regular expression without flags. */
    pattern: z.string().optional(),
    /** What `pattern` means, in words. */
    patternText: bilingual.optional(),
    /** The table that the value is of: one of `codes/tables.ts`, or the profile's own statuses. */
    codes: z.enum([...codeTableNames, 'status']).optional(),
    /** Of which kind of number it is, see `codes/checks.ts`. */
    check: z.enum(codeCheckNames).optional(),
    clause,
    mark,
    note: bilingual.optional(),
  })
  .readonly();

const fieldPart = z.strictObject({ field: z.string(), from: count, to: count }).readonly();

const relationBasis = {
  code: z.string(),
  severity,
  clause,
  mark,
  messages: z.array(messageKind).readonly().optional(),
  message: bilingual,
};

/** What must hold between two header fields. */
const headerRelation = z.discriminatedUnion('relation', [
  z.strictObject({ relation: z.literal('samePart'), field: fieldPart, other: fieldPart, ...relationBasis }).readonly(),
  /** The two fields do not hold each other's value, which shows when each has exactly the other's length. */
  z
    .strictObject({
      relation: z.literal('notSwapped'),
      fields: z.tuple([z.string(), z.string()]).readonly(),
      lengths: z.tuple([count, count]).readonly(),
      ...relationBasis,
    })
    .readonly(),
]);

const keySlot = z
  .strictObject({
    name: z.string(),
    title: bilingual,
    algorithm: z.enum(['sm4', 'aes', 'text', 'sm2Private', 'sm2Public']),
    holder: z.enum(['caller', 'provider', 'both']).default('both'),
    /** Conventions under which the slot is used. */
    neededWhen: condition.default({}),
    /** Of a public key: the slot of its private half. */
    pairedWith: z.string().optional(),
    clause,
  })
  .readonly();

const convention = z
  .strictObject({
    name: z.string(),
    title: bilingual,
    /** The default first. */
    values: z
      .array(z.strictObject({ value: z.string(), title: bilingual }).readonly())
      .min(1)
      .readonly(),
    /** True where any other text is a value too (a user identifier, for instance). */
    open: z.boolean().optional(),
    /** Under which other conventions this one has an effect. */
    when: condition.optional(),
    group: z.enum(['header', 'signature', 'encryption', 'body', 'response']),
    clause,
    /** How the default is known. */
    mark,
    /** What the standard leaves open or contradicts, and what the default rests on. */
    note: bilingual.default(unsaid),
  })
  .readonly();

/** A step's option: a fixed value, or whatever value a convention has. */
const option = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.strictObject({ convention: z.string() }).readonly(),
]);

const step = z
  .strictObject({
    kind: z.string(),
    title: bilingual,
    clause: z.string().optional(),
    when: condition.optional(),
    options: z.record(z.string(), option).readonly().default({}),
  })
  .readonly();

const stepsOfMessage = z
  .strictObject({
    /** From what the user composed to what goes on the wire. */
    outward: z.array(step).readonly(),
    /** From what was received to what it says. */
    inward: z.array(step).readonly(),
  })
  .readonly();

const jsonSchema = z.record(z.string(), z.unknown()).readonly();

/** Where an interface is called, where that is not the environment's address alone. */
const endpoint = z
  .strictObject({
    method: z.enum(['POST', 'GET']),
    /** Behind the address, `{name}` standing for fields whose carrier is the path: `/license/{item}/create`. */
    path: z.string().regex(/^(?:\/[^?#\s]*)?$/),
    /** The profile's when absent. A message without body has none. */
    contentType: z.string().optional(),
  })
  .readonly();

const statusTable = z
  .strictObject({
    field: z.string(),
    success: z.string(),
    /** Header fields in which the other side says in its own words, or by a code of its own, what became of a call. */
    words: z.array(z.string()).readonly().optional(),
    clause,
    codes: z
      .array(z.strictObject({ code: z.string(), meaning: bilingual, advice: bilingual.default(unsaid) }).readonly())
      .readonly()
      .default([]),
  })
  .readonly();

const platformInterface = z
  .strictObject({
    /** Name within the profile, used in requests and samples: `cardStatus`. */
    id: z.string(),
    title: bilingual,
    shape: z.enum(['object', 'paged', 'batch', 'groups', 'other']).default('object'),
    endpoint: endpoint.optional(),
    /** Another interface whose part it takes wherever conditions ask for the interface. */
    like: z.string().optional(),
    /** Where its answer has another table than the profile's. */
    statuses: statusTable.optional(),
    /** False for calls that are made without a session, the one that fetches it above all. */
    needsSession: z.boolean().optional(),
    /** True for the call that ends the session. */
    endsSession: z.boolean().optional(),
    /** Header fields that are the interface's own (`serviceCode`). */
    header: z.record(z.string(), z.string()).readonly().default({}),
    clause,
    mark,
    /** JSON Schema (draft 2020-12) of the body in clear. */
    requestSchema: jsonSchema.default({}),
    responseSchema: jsonSchema.default({}),
    /** JSON texts of bodies as a user would compose them; people in them are invented. */
    samples: z
      .array(
        z
          .strictObject({
            title: bilingual.default({ zh: '示例', en: 'Example' }),
            body: z.string(),
            /** Header fields that are entered by hand. */
            header: z.record(z.string(), z.string()).readonly().optional(),
            /** JSON text of a body that answers it, in clear. */
            answer: z.string().optional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly()
      .default([{ title: { zh: '示例', en: 'Example' }, body: '{}' }]),
  })
  .readonly();

/** Things worth saying whenever a convention has a certain value: SM3 has no key, ECB shows patterns. */
const advice = z
  .strictObject({ code: z.string(), when: condition, severity, clause, mark, message: bilingual })
  .readonly();

/** A body member's name: LD/T 92 indicators and paging. */
const indicator = z
  .strictObject({
    name: z.string(),
    title: bilingual,
    mark,
    /** Where the name is printed or was seen. */
    source: z.string(),
    codes: z.enum(codeTableNames).optional(),
    check: z.enum(codeCheckNames).optional(),
    /** The member beside it whose code, by its table, says which check applies. */
    checkBy: z.string().optional(),
  })
  .readonly();

/** A pointer (RFC 6901) into the body of an answer in clear. */
const jsonPointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/);

/** How a session is opened, carried by fields with the rule `session`, and refused. */
const session = z
  .strictObject({
    /** The interface whose call opens it, with an empty body. */
    interface: z.string(),
    /** Where its answer has the session's values. */
    values: z.record(z.string(), jsonPointer).readonly(),
    /** Of the values those that are no secret: the number of a user. */
    openValues: z.array(z.string()).readonly().optional(),
    /** How long it lives: seconds, or where the answer says how many. */
    lifetime: z.union([
      z.strictObject({ seconds: z.number().positive() }).readonly(),
      z.strictObject({ at: jsonPointer, otherwise: z.number().positive() }).readonly(),
    ]),
    /** What a refusal of the session looks like: a status, with one of these texts in its words if any are given. */
    refusals: z
      .array(z.strictObject({ status: z.string(), words: z.array(z.string()).readonly().optional() }).readonly())
      .readonly(),
    clause,
    mark,
    note: bilingual.default(unsaid),
  })
  .readonly();

export const profileSchema = z
  .strictObject({
    format: z.literal(1),
    /** Lower-case name of the platform's folder: `ldt6008`. */
    id: z.string().regex(/^[a-z][a-z\d-]*$/),
    title: bilingual,
    /** Number of the standard as cited: `LD/T 6008—2024`. */
    standard: z.string().default(''),
    transport,
    header: z.array(headerField).readonly().default([]),
    headerRelations: z.array(headerRelation).readonly().default([]),
    keySlots: z.array(keySlot).readonly().default([]),
    conventions: z.array(convention).readonly().default([]),
    steps: z.strictObject({ request: stepsOfMessage, response: stepsOfMessage }).readonly(),
    interfaces: z.array(platformInterface).readonly().default([]),
    session: session.optional(),
    statuses: statusTable,
    /** What the sample environment says toward the simulator, by header field. */
    sampleValues: z.record(z.string(), z.string()).readonly().optional(),
    advice: z.array(advice).readonly().default([]),
    indicators: z.array(indicator).readonly().default([]),
  })
  .readonly();

export type Profile = z.infer<typeof profileSchema>;
export type MessageKind = z.infer<typeof messageKind>;
export type HeaderField = z.infer<typeof headerField>;
export type HeaderRelation = z.infer<typeof headerRelation>;
export type FieldPart = z.infer<typeof fieldPart>;
export type KeySlot = z.infer<typeof keySlot>;
export type Convention = z.infer<typeof convention>;
export type StepSpecification = z.infer<typeof step>;
export type StepsOfMessage = z.infer<typeof stepsOfMessage>;
export type Interface = z.infer<typeof platformInterface>;
export type Session = z.infer<typeof session>;
export type ClockFormat = z.infer<typeof clockFormat>;
export type StatusTable = z.infer<typeof statusTable>;
export type Advice = z.infer<typeof advice>;
export type Indicator = z.infer<typeof indicator>;

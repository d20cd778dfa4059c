import type { Bilingual } from '../bilingual.ts';
import type { Mark, Severity } from '../finding.ts';
import type { Condition } from './condition.ts';

/** What a platform is, as data. Nothing in it is code; `profile-schema.ts` checks a profile that came from outside. */
export interface Profile {
  readonly format: 1;
  /** Lower-case name of the platform's folder: `ldt6008`. */
  readonly id: string;
  readonly title: Bilingual;
  /** Number of the standard as cited: `LD/T 6008—2024`. */
  readonly standard: string;
  readonly transport: TransportProfile;
  readonly header: readonly HeaderField[];
  readonly headerRelations: readonly HeaderRelation[];
  readonly keySlots: readonly KeySlot[];
  readonly conventions: readonly Convention[];
  readonly steps: {
    readonly request: StepsOfMessage;
    readonly response: StepsOfMessage;
  };
  readonly interfaces: readonly Interface[];
  readonly statuses: StatusTable;
  /** Things worth saying whenever a convention has a certain value: SM3 has no key, ECB shows patterns. */
  readonly advice: readonly Advice[];
  /** Names of body members: LD/T 92 indicators and paging. */
  readonly indicators: readonly Indicator[];
}

export type MessageKind = 'request' | 'response';

export interface TransportProfile {
  readonly method: 'POST' | 'GET';
  readonly contentType: string;
  readonly timeoutMilliseconds: number;
  readonly clause: string;
  readonly mark: Mark;
}

export interface HeaderField {
  readonly name: string;
  readonly title: Bilingual;
  readonly presence: { readonly [kind in MessageKind]?: 'required' | 'optional' };
  /** Under which conventions the field is sent at all. */
  readonly when?: Condition;
  readonly rule: FillRule;
  /** Characters, counted as code points. */
  readonly length: { readonly exactly: number } | { readonly atMost: number };
  /** The whole value must match, when it is not empty. A regular expression without flags. */
  readonly pattern?: string;
  /** What `pattern` means, in words. */
  readonly patternText?: Bilingual;
  readonly codes?: 'division' | 'status';
  readonly clause: string;
  readonly mark: Mark;
  readonly note?: Bilingual;
}

/** How a field gets its value when the user has not locked it. */
export type FillRule =
  | { readonly rule: 'constant'; readonly value: string }
  /** From the environment, by the field's own name (`appCode`). */
  | { readonly rule: 'environment' }
  /** From the chosen interface, by the field's own name (`serviceCode`). */
  | { readonly rule: 'interface' }
  /** Part of another field, code points `from` (from 0) up to `to`. */
  | { readonly rule: 'part'; readonly of: string; readonly from: number; readonly to: number }
  | { readonly rule: 'clock'; readonly format: 'yyyyMMddHHmmss' }
  /** `prefixField`'s value (its first `prefixLength` characters), the date `yyyyMMdd`, then `digits` digits. */
  | {
      readonly rule: 'serial';
      readonly prefixField: string;
      readonly prefixLength: number;
      readonly digits: number;
    }
  /** `length` random characters of lower hex. */
  | { readonly rule: 'nonce'; readonly length: number }
  /** Computed by a later step. */
  | { readonly rule: 'signature' }
  /** Copied from the request that is answered. */
  | { readonly rule: 'echo' }
  | { readonly rule: 'byHand' };

/** What must hold between two header fields. Positions count code points from 0; `to` is not included. */
export type HeaderRelation = {
  readonly code: string;
  readonly severity: Severity;
  readonly clause: string;
  readonly mark: Mark;
  readonly messages?: readonly MessageKind[];
  readonly message: Bilingual;
} & (
  | { readonly relation: 'samePart'; readonly field: FieldPart; readonly other: FieldPart }
  /** The two fields do not hold each other's value, which shows when each has exactly the other's length. */
  | {
      readonly relation: 'notSwapped';
      readonly fields: readonly [string, string];
      readonly lengths: readonly [number, number];
    }
);

export interface FieldPart {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

export interface KeySlot {
  readonly name: string;
  readonly title: Bilingual;
  readonly algorithm: 'sm4' | 'aes' | 'text' | 'sm2Private' | 'sm2Public';
  readonly holder: 'caller' | 'provider' | 'both';
  /** Conventions under which the slot is used. */
  readonly neededWhen: Condition;
  readonly clause: string;
}

export interface Convention {
  readonly name: string;
  readonly title: Bilingual;
  /** The default first. */
  readonly values: readonly ConventionValue[];
  /** True where any other text is a value too (a user identifier, for instance). */
  readonly open?: boolean;
  /** Under which other conventions this one has an effect. */
  readonly when?: Condition;
  readonly group: 'header' | 'signature' | 'encryption' | 'body' | 'response';
  readonly clause: string;
  /** How the default is known. */
  readonly mark: Mark;
  /** What the standard leaves open or contradicts, and what the default rests on. */
  readonly note: Bilingual;
}

export interface ConventionValue {
  readonly value: string;
  readonly title: Bilingual;
}

export interface StepsOfMessage {
  /** From what the user composed to what goes on the wire. */
  readonly outward: readonly StepSpecification[];
  /** From what was received to what it says. */
  readonly inward: readonly StepSpecification[];
}

/** A step's option: a fixed value, or whatever value a convention has. */
export type Option = string | number | boolean | readonly string[] | { readonly convention: string };

export interface StepSpecification {
  readonly kind: string;
  readonly title: Bilingual;
  readonly clause?: string;
  readonly when?: Condition;
  readonly options: Readonly<Record<string, Option>>;
}

export interface Interface {
  /** Name within the profile, used in requests and samples: `cardStatus`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly shape: 'object' | 'paged' | 'batch' | 'groups';
  /** Header fields that are the interface's own (`serviceCode`). */
  readonly header: Readonly<Record<string, string>>;
  readonly clause: string;
  readonly mark: Mark;
  /** JSON Schema (draft 2020-12) of the body in clear. */
  readonly requestSchema: Readonly<Record<string, unknown>>;
  readonly responseSchema: Readonly<Record<string, unknown>>;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly title: Bilingual;
  /** JSON text of the body as a user would compose it; people in it are invented. */
  readonly body: string;
}

export interface StatusTable {
  readonly field: string;
  readonly success: string;
  readonly clause: string;
  readonly codes: readonly { readonly code: string; readonly meaning: Bilingual; readonly advice: Bilingual }[];
}

export interface Advice {
  readonly code: string;
  readonly when: Condition;
  readonly severity: Severity;
  readonly clause: string;
  readonly mark: Mark;
  readonly message: Bilingual;
}

export interface Indicator {
  readonly name: string;
  readonly title: Bilingual;
  readonly mark: Mark;
  /** Where the name is printed or was seen. */
  readonly source: string;
  readonly check?: 'identityNumber';
}

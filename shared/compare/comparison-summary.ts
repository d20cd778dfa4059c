import type { Bilingual } from '../bilingual.ts';
import { listed } from '../listed.ts';
import type { ComparedText } from '../model/comparison.ts';
import type { Compared as ComparedCalls } from './compare-calls.ts';
import { textIn, type ComparableCall } from './comparable-call.ts';
import { pairNames } from './compared-texts.ts';

interface Compared extends ComparedCalls {
  readonly texts: readonly ComparedText[];
}

/** The differences in words, what decides first: outcome, what is signed, conventions, keys, header, body. */
export function comparisonSummary(compared: Compared): readonly Bilingual[] {
  const sentences = [
    ...outcome(compared),
    ...signedNames(compared),
    ...conventions(compared),
    ...keys(compared),
    ...address(compared),
    ...header(compared),
    ...plaintext(compared),
  ];
  if (sentences.length > 0) return sentences;
  return compared.texts.every(({ same }) => same)
    ? [{ zh: '两次调用逐字节相同。', en: 'The two calls are the same to the byte.' }]
    : [
        {
          zh: '内容相同，只有写法或密文不同（例如随机的加密结果、空白）。',
          en: 'They say the same; only the writing or the ciphertext differs (random encryption, white space).',
        },
      ];
}

function outcome({ left, right }: Compared): readonly Bilingual[] {
  const [one, other] = [outcomeOf(left), outcomeOf(right)];
  if (one.zh === other.zh) return [];
  return [{ zh: `结果不同：左 ${one.zh}，右 ${other.zh}。`, en: `Outcome: left ${one.en}, right ${other.en}.` }];
}

function outcomeOf({ record: { status, verdict } }: ComparableCall): Bilingual {
  if (status) return { zh: `${status.code} ${status.meaning.zh}`, en: `${status.code} ${status.meaning.en}` };
  return {
    zh: verdict === 'interrupted' ? '中断' : '没有可读的应答',
    en: verdict === 'interrupted' ? 'interrupted' : 'no readable answer',
  };
}

/** `the other side signs serviceReqTime`: names that only one of the strings to sign holds. */
function signedNames({ left, right, texts }: Compared): readonly Bilingual[] {
  const [one, other] = [left, right].map(({ request }) => pairNames(textIn(request, 'stringToSign')));
  if (!one?.length || !other?.length) {
    const text = texts.find(({ what }) => what === 'stringToSign');
    return text && (text.left === null) !== (text.right === null)
      ? [
          {
            zh: `只有${text.left === null ? '右边' : '左边'}有待签名串。`,
            en: `Only the ${text.left === null ? 'right' : 'left'} call has a string to sign.`,
          },
        ]
      : [];
  }
  const onlyLeft = one.filter((name) => !other.includes(name));
  const onlyRight = other.filter((name) => !one.includes(name));
  if (onlyLeft.length + onlyRight.length > 0) {
    return [
      {
        zh: `签名的字段不同：${[side('左边多签', onlyLeft), side('右边多签', onlyRight)].filter(Boolean).join('，')}。`,
        en: `Signed fields: ${[onlyIn('left', onlyLeft), onlyIn('right', onlyRight)].filter(Boolean).join('; ')}.`,
      },
    ];
  }
  if (one.join('&') !== other.join('&')) {
    return [{ zh: '签名的字段相同，顺序不同。', en: 'The same fields are signed in another order.' }];
  }
  return [];
}

function side(words: string, names: readonly string[]): string {
  return names.length > 0 ? `${words} ${listed(names, 'zh')}` : '';
}

function onlyIn(which: string, names: readonly string[]): string {
  return names.length > 0 ? `only the ${which} signs ${listed(names, 'en')}` : '';
}

function conventions({ left, right, profile }: Compared): readonly Bilingual[] {
  const one = left.request.trace.conventions;
  const other = right.request.trace.conventions;
  if (left.request.trace.platform !== right.request.trace.platform) {
    return [{ zh: '平台不同。', en: 'They are calls of different platforms.' }];
  }
  const differing = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => one[name] !== other[name],
  );
  return differing.map((name) => {
    const title = profile?.conventions.find((convention) => convention.name === name)?.title;
    return {
      zh: `约定“${title?.zh ?? name}”不同：左 ${one[name] ?? '无'}，右 ${other[name] ?? '无'}。`,
      en: `Convention ${title?.en ?? name}: left ${one[name] ?? 'none'}, right ${other[name] ?? 'none'}.`,
    };
  });
}

function keys({ left: { record: left }, right: { record: right } }: Compared): readonly Bilingual[] {
  const slots = [...new Set([...Object.keys(left.keys), ...Object.keys(right.keys)])];
  const differing = slots.filter((slot) => left.keys[slot] !== right.keys[slot]);
  if (differing.length === 0) return [];
  return [
    {
      zh: `密钥不同：${listed(differing, 'zh')}（按指纹比较）。`,
      en: `Other keys in ${listed(differing, 'en')} (by fingerprint).`,
    },
  ];
}

function address({ left, right }: Compared): readonly Bilingual[] {
  if (left.record.url === right.record.url) return [];
  return [
    {
      zh: `地址不同：左 ${left.record.url}，右 ${right.record.url}。`,
      en: `Address: left ${left.record.url}, right ${right.record.url}.`,
    },
  ];
}

/** Fields that are new with every call by their rule are told apart from those that somebody changed. */
function header({ texts, profile }: Compared): readonly Bilingual[] {
  const differing = texts.find(({ what }) => what === 'header')?.differing ?? [];
  if (differing.length === 0) return [];
  const drawn = new Set(
    profile?.header
      .filter(({ rule }) => ['clock', 'serial', 'nonce', 'signature'].includes(rule.rule))
      .map(({ name }) => name),
  );
  const changed = differing.filter((name) => !drawn.has(name));
  const every = differing.filter((name) => drawn.has(name));
  return [
    ...(changed.length > 0
      ? [{ zh: `报文头不同：${listed(changed, 'zh')}。`, en: `Header: ${listed(changed, 'en')} differ.` }]
      : []),
    ...(every.length > 0
      ? [
          {
            zh: `每次调用都会不同的字段：${listed(every, 'zh')}。`,
            en: `New with every call: ${listed(every, 'en')}.`,
          },
        ]
      : []),
  ];
}

/** Places that are named before the rest is counted. */
const namedPlaces = 6;

function plaintext({ texts }: Compared): readonly Bilingual[] {
  const text = texts.find(({ what }) => what === 'plaintext');
  if (!text || text.same) return [];
  const { differing } = text;
  if (differing.length === 0) {
    return [
      {
        zh: '报文体的写法不同（空白、成员顺序或编码）。',
        en: 'The body is written differently (white space, order of members, escapes).',
      },
    ];
  }
  const rest = differing.length - namedPlaces;
  const named = differing.slice(0, namedPlaces).map((pointer) => pointer || '/');
  return [
    {
      zh: `报文体不同：${listed(named, 'zh')}${rest > 0 ? ` 等 ${differing.length} 处` : ''}。`,
      en: `Body: ${listed(named, 'en')}${rest > 0 ? ` and ${rest} more` : ''} differ.`,
    },
  ];
}

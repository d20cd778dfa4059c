/**
 * The files of a built-in platform's folder, by name, as texts that Prettier still has to lay out.
 *
 * @param {{ id: string, title: { zh: string, en: string }, standard: string, [part: string]: unknown }} profile
 * @returns {Readonly<Record<string, string>>}
 */
export function platformFolder({ header, keySlots, conventions, steps, interfaces, statuses, ...rest }) {
  const { id, title, standard } = rest;
  const parts = { header, keySlots, conventions, steps, interfaces, statuses };
  return {
    ...Object.fromEntries(Object.entries(parts).map(([name, data]) => [`${fileOf(name)}.ts`, constant(name, data)])),
    'profile.ts': `import type { Profile } from '../../profile/profile.ts';
${Object.keys(parts)
  .map((name) => `import { ${name} } from './${fileOf(name)}.ts';`)
  .join('\n')}

/** ${standard || id} ${title.zh} */
export const profile = {
${Object.entries(rest)
  .map(([name, data]) => `${name}: ${literal(data)},`)
  .join('\n')}
${Object.keys(parts).join(',\n')},
} as const satisfies Profile;
`,
    'sample.ts': `import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { sampleOf } from '../../own-platform/sample-of.ts';
import { profile } from './profile.ts';

/** Nothing in it is anybody's; write values and keys of your own where the standard has examples. */
export const sample = sampleOf(profile, {
  base: undefined,
  engine: createPortableEngine({ randomBytes: (length) => new Uint8Array(length) }),
});
`,
    'simulator.ts': `import { createOwnSimulator } from '../../own-platform/own-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { profile } from './profile.ts';

/** Behaves as the profile says; a platform with state takes \`createPlatformSimulator\` and decides by itself. */
export function createSimulator(options: SimulatorOptions): Simulator {
  return createOwnSimulator(options.profile ?? profile, options);
}
`,
    'collection.ts': `import type { SampleFolder } from '../collection.ts';

export const collection: readonly SampleFolder[] = [
  {
    name: ${literal(title.zh)},
    title: ${literal(title)},
    requests: [
${
  /** @type {{ id: string, title: { zh: string, en: string } }[]} */ (interfaces)
    .map(
      (entry) => `{
      id: ${literal(`sample/${id}/${entry.id}`)},
      title: ${literal(entry.title)},
      note: { zh: '示例请求。', en: 'A sample request.' },
      interface: ${literal(entry.id)},
    },`,
    )
    .join('\n')
}
    ],
  },
];
`,
    'provider.ts': `import type { Provider } from '../provider.ts';
import { collection } from './collection.ts';
import { profile } from './profile.ts';
import { sample } from './sample.ts';
import { createSimulator } from './simulator.ts';

export const provider = { profile, createSimulator, sample, collection } as const satisfies Provider;
`,
    'simulator.test.ts': `import { expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { talkToSimulator } from '../talk-to-simulator.ts';
import { provider } from './provider.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });

it.each(provider.profile.interfaces.map(({ id }) => id))('answers %s', (id) => {
  const { statuses, interfaces } = provider.profile;
  const [sample] = interfaces.find((entry) => entry.id === id)?.samples ?? [];
  const { answer } = talkToSimulator(provider, { engine, randomBytes }).call(id, { body: sample?.body ?? '{}' });
  expect(answer.status).toBe(statuses.success);
});
`,
    'README.md': `# ${title.zh}（${standard || id}）

已知什么、哪些是假定，写在这里：每条带条款和标记（S 标准印明、P/F 现场所见、I 推断、A 假定）。仿真服务方怎样给出每一种拒绝，也写在这里。

# ${title.en} (${standard || id})

What is known and what is assumed stands here, each with its clause and mark (S printed, P/F seen in the field, I inferred, A assumed), and how the simulator is brought to each refusal.
`,
  };
}

/** @param {string} name */
function fileOf(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** @type {Readonly<Record<string, string>>} */
const types = {
  header: 'readonly HeaderField[]',
  keySlots: 'readonly KeySlot[]',
  conventions: 'readonly Convention[]',
  steps: "Profile['steps']",
  interfaces: 'readonly Interface[]',
  statuses: 'StatusTable',
};

/**
 * @param {string} name
 * @param {unknown} data
 */
function constant(name, data) {
  const type = types[name] ?? 'unknown';
  const imported = /(\w+)(?:\[|$)/.exec(type.replace('readonly ', ''))?.[1];
  return `import type { ${imported} } from '../../profile/profile.ts';

export const ${name} = ${literal(data)} as const satisfies ${type};
`;
}

/** @param {unknown} data */
function literal(data) {
  return JSON.stringify(data, undefined, 2);
}

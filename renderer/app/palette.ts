/** One colour, one meaning, wherever a value of that kind appears; the tint is its quiet background. */
export type Tone = 'plain' | 'signed' | 'encrypted' | 'decrypted' | 'failure';

export type ThemeName = 'light' | 'dark';

interface Shade {
  readonly ink: string;
  readonly tint: string;
}

export interface Palette {
  readonly tones: Readonly<Record<Tone, Shade>>;
  /** The window behind everything, and fields to type in. */
  readonly ground: string;
  /** Panels and cards. */
  readonly surface: string;
  readonly line: string;
  /** Borders of controls, which must be told from their surroundings. */
  readonly edge: string;
  readonly text: string;
  /** Upon the ink of a tone, as on the primary button. */
  readonly onInk: string;
}

/** The only colours of the user interface: antd, Monaco and the style sheets all take theirs from here. */
export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    tones: {
      plain: { ink: '#616a74', tint: '#f6f7f8' },
      signed: { ink: '#4453b5', tint: '#eaecf9' },
      encrypted: { ink: '#946010', tint: '#faf0df' },
      decrypted: { ink: '#0b7a6b', tint: '#e4f3f0' },
      failure: { ink: '#c03a24', tint: '#fbe9e6' },
    },
    ground: '#f6f7f8',
    surface: '#ffffff',
    line: '#e3e6e9',
    edge: '#d3d8dd',
    text: '#1c2126',
    onInk: '#ffffff',
  },
  dark: {
    tones: {
      plain: { ink: '#8e98a2', tint: '#15181b' },
      signed: { ink: '#9aa6f5', tint: '#23284a' },
      encrypted: { ink: '#e0ae5c', tint: '#38290f' },
      decrypted: { ink: '#3cc2ad', tint: '#12302c' },
      failure: { ink: '#f0806c', tint: '#3d1d17' },
    },
    ground: '#15181b',
    surface: '#1b1f23',
    line: '#2b3137',
    edge: '#3a424a',
    text: '#dfe3e7',
    onInk: '#0d1512',
  },
};

const uiFonts = [
  'PingFang SC',
  'Microsoft YaHei UI',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'WenQuanYi Micro Hei',
  'system-ui',
  'sans-serif',
  // Bundled; fetched piece by piece, and only where the system has no Chinese font.
  'Noto Sans SC Variable',
];

const codeFonts = [
  'JetBrains Mono Variable',
  'Cascadia Mono',
  'SF Mono',
  'Consolas',
  'PingFang SC',
  'Microsoft YaHei UI',
  'Noto Sans CJK SC',
  'monospace',
  'Noto Sans SC Variable',
];

const generic = new Set(['system-ui', 'sans-serif', 'monospace']);
const stack = (names: readonly string[]) => names.map((name) => (generic.has(name) ? name : `"${name}"`)).join(', ');

export const fontFamily = { ui: stack(uiFonts), code: stack(codeFonts) };

/** The palette as custom properties for the style sheets: `--signed`, `--signed-tint`, `--line`, … */
export function paletteProperties(palette: Palette): Readonly<Record<string, string>> {
  const { tones, ...rest } = palette;
  const properties: Record<string, string> = {
    '--font-ui': fontFamily.ui,
    '--font-code': fontFamily.code,
  };
  for (const [name, value] of Object.entries(rest)) properties[`--${name === 'onInk' ? 'on-ink' : name}`] = value;
  for (const [name, { ink, tint }] of Object.entries(tones)) {
    properties[`--${name}`] = ink;
    properties[`--${name}-tint`] = tint;
  }
  return properties;
}

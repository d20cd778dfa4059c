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
export declare const palettes: Readonly<Record<ThemeName, Palette>>;
export declare const fontFamily: {
    ui: string;
    code: string;
};
/** The palette as custom properties for the style sheets: `--signed`, `--signed-tint`, `--line`, … */
export declare function paletteProperties(palette: Palette): Readonly<Record<string, string>>;
export {};

import { theme as antdTheme, type ThemeConfig } from 'antd';
import { fontFamily, palettes, type ThemeName } from './palette.ts';

/** The palette as antd's tokens; dense, flat, without movement. */
export function antdThemeFor(name: ThemeName): ThemeConfig {
  const { tones, ground, surface, line, edge, text, onInk } = palettes[name];
  const base = name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return {
    algorithm: [base, antdTheme.compactAlgorithm],
    token: {
      fontFamily: fontFamily.ui,
      fontFamilyCode: fontFamily.code,
      motion: false,
      borderRadius: 6,
      borderRadiusSM: 5,
      borderRadiusLG: 6,
      controlHeight: 26,
      controlHeightSM: 22,
      controlHeightLG: 30,
      lineHeight: 1.5,
      colorPrimary: tones.decrypted.ink,
      // Lighter shades, as antd derives them, would leave too little contrast for the words upon them.
      colorPrimaryHover: tones.decrypted.ink,
      colorPrimaryActive: tones.decrypted.ink,
      colorPrimaryBg: tones.decrypted.tint,
      colorSuccess: tones.decrypted.ink,
      colorSuccessBg: tones.decrypted.tint,
      colorWarning: tones.encrypted.ink,
      colorWarningBg: tones.encrypted.tint,
      colorError: tones.failure.ink,
      colorErrorBg: tones.failure.tint,
      colorInfo: tones.signed.ink,
      colorInfoBg: tones.signed.tint,
      colorLink: tones.decrypted.ink,
      colorText: text,
      colorTextSecondary: tones.plain.ink,
      colorTextTertiary: tones.plain.ink,
      colorTextDescription: tones.plain.ink,
      colorTextPlaceholder: tones.plain.ink,
      colorTextLightSolid: onInk,
      colorBgLayout: ground,
      colorBgContainer: surface,
      colorBgElevated: surface,
      colorBorder: edge,
      colorBorderSecondary: line,
      colorSplit: line,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: onInk },
      Input: { activeShadow: 'none', errorActiveShadow: 'none', warningActiveShadow: 'none' },
      Tooltip: {
        colorBgSpotlight: name === 'dark' ? line : text,
        colorTextLightSolid: name === 'dark' ? text : surface,
      },
      Segmented: { trackBg: ground, itemSelectedBg: surface },
    },
  };
}

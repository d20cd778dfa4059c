interface ImportMeta {
  /** Modules whose paths fit a pattern: Vite's own, and in bundles for Node by `scripts/lib/glob-imports.mjs`. */
  glob<Module>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, Module>>;
}

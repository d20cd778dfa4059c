/** A sentence or name in the two languages of the workbench. Both are always given: neither is a fallback of the other. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

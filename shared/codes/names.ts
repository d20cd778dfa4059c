/** Tables that a header field or a body member may name. What they hold: `tables.ts`. */
export const codeTableNames = ['division', 'certificateType', 'holderCodeType', 'licenceUse'] as const;

/** Kinds of number with a check character. What each is: `checks.ts`. */
export const codeCheckNames = ['identityNumber', 'unifiedCreditCode', 'certificateIdentifier'] as const;

export type CodeTableName = (typeof codeTableNames)[number];
export type CodeCheckName = (typeof codeCheckNames)[number];

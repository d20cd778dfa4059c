/** The keys of `Shape`, each with a text: what one language has, the other must have. */
export type Texts<Shape> = { [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };

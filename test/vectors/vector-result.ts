/** How one test of a vector file was judged. */
export interface VectorResult {
  readonly file: string;
  readonly tcId: number;
  readonly passed: boolean;
  readonly why?: string;
}

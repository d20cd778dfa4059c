import { weierstrass, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { sm2Parameters } from './curve-parameters.ts';

export type CurvePoint = WeierstrassPoint<bigint>;

/**
 * Points of sm2p256v1. Multiples of G come from a table that is built on first use (about 30 ms) and kept.
 * `multiply` blinds its scalar with random bytes of the platform, which do not influence the result.
 */
export const Sm2Point = weierstrass<bigint>(sm2Parameters);

/** Integers modulo n. */
export const scalars = Sm2Point.Fn;

import { z } from 'zod';

/** Name of the slot that a step reads from or writes to. */
export const slotName = z.string().min(1);

/** A truth value, written as JSON has it or as conventions have it. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

export const charset = z.enum(['UTF-8', 'GBK']);
export const textEncoding = z.enum(['hex', 'HEX', 'base64', 'base64url', 'base64lines']);

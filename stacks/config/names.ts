import { z } from 'zod';

/** The number of an account. */
export const AccountId = z.string().regex(/^\d{12}$/);

/** The name of a region. */
export const Region = z.string().regex(/^[a-z]{2}(-gov)?-[a-z]+-\d$/);

/** Sign-in, who I am, sign-out. */
import { z } from 'zod';
import { DIGITS, TEXT_SIZES, THEMES } from '../people/looks';
import { capacitySchema, idSchema, instantSchema, nameSchema, officeRefSchema, roleSchema, searchSchema, secrecySchema, unitRefSchema } from './common';

export const loginSchema = z.strictObject({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) });

/** A post in force at this moment, own or acted for. */
export const myPostSchema = z.object({
  id: idSchema,
  code: z.string(),
  title: nameSchema,
  office: officeRefSchema,
  unit: unitRefSchema,
  capacity: capacitySchema,
  /** The person's own post from which this one is acted for. */
  ownPostId: idSchema.nullable(),
  orderNo: z.string(),
  roles: z.array(roleSchema),
  isUnitHead: z.boolean(),
  /** The post belongs to the office's central registry. */
  isRegistry: z.boolean(),
  validTo: instantSchema.nullable(),
});
export type MyPost = z.infer<typeof myPostSchema>;

export const CAPABILITIES = [
  'intake', 'intakeSealed', 'compose', 'books', 'secretBooks', 'people', 'supervision', 'calendar', 'letters', 'folder', 'system', 'desk', 'access', 'audit', 'handOver', 'setUp',
  'organisation', 'offices', 'routes',
] as const;
/** Parts of the UI that are of use to this reader; the API decides again at every call. */
export type Capability = (typeof CAPABILITIES)[number];

/** How the screens look to a person, in every browser. */
const looks = {
  locale: z.enum(['th', 'en']),
  digits: z.enum(DIGITS),
  theme: z.enum(THEMES),
  textSize: z.enum(TEXT_SIZES),
};

export const sessionSchema = z.object({
  person: z.object({ id: idSchema, login: z.string(), name: nameSchema, email: z.string(), clearance: secrecySchema }),
  posts: z.array(myPostSchema),
  /** Over all posts in force. */
  can: z.array(z.enum(CAPABILITIES)),
  ...looks,
  /** The password is a one-time one: nothing else may be done before it is changed. */
  mustChangePassword: z.boolean(),
  /** To be sent as `X-CSRF-Token` with every POST, PUT, PATCH and DELETE. */
  csrfToken: z.string(),
  expiresAt: instantSchema,
  isDemo: z.boolean(),
  serverTime: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** What is left out stays as it is. */
export const preferencesSchema = z.strictObject(looks).partial();
export type Preferences = z.infer<typeof preferencesSchema>;

/** Of one office (the first without it), or those that some words find in any office. */
export const demoAccountsQuerySchema = z.object({ office: z.string().max(40).optional(), q: searchSchema.optional() });
/** Before sign-in: whether this is a demonstration, its offices, and the accounts asked for. */
export const demoAccountsSchema = z.object({
  password: z.string(),
  offices: z.array(z.object({ code: z.string(), name: nameSchema, accounts: z.int() })),
  accounts: z.array(z.object({ login: z.string(), post: nameSchema, officeCode: z.string(), roles: z.array(roleSchema) })),
});

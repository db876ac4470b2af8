/** How regions, schools, collections and subjects are written, wherever they are read. */

/** Six digits, GB/T 2260. */
export const REGION_CODE = /^\d{6}$/;
/** 学校标识码, or a shorter code of the bureau's own. */
export const SCHOOL_CODE = /^[0-9A-Za-z-]{1,32}$/;
export const COLLECTION_ID = /^[a-z0-9-]{1,64}$/;
/** A short label, not a sentence: letters of any script, digits and a few signs. */
export const SUBJECT = /^[\p{L}\p{N}._-]{1,32}$/u;
/** A month: a release of the definitions. */
export const RELEASE = /^\d{4}-\d{2}$/;
export const SHA256 = /^[0-9a-f]{64}$/;

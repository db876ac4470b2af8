/** Is a name the school by a longer name or a short one: 示例县第三中学 or 三中 for 第三中学? */
export function alikeSchool(named: string, own: string): boolean {
  const [long, short] = named.length > own.length ? [named, own] : [own, named];
  if (short.length < 2) return false;
  if (named.length > own.length) return long.includes(short);
  let at = 0;
  for (const sign of long) if (sign === short[at]) at++;
  return at === short.length;
}

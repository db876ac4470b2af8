/** What addin/build hands over as the ids of the functions, in Excel's order. */
declare module "virtual:function-ids" {
  const ids: readonly (keyof typeof import("./functions.ts"))[];
  export default ids;
}

/** What addin/build hands over as the initials of the shipped indicators' names, in the order of the shipped catalogue. */
declare module "virtual:initials" {
  const initials: readonly string[];
  export default initials;
}

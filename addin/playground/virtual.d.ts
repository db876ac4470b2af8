/** What addin/build hands over as functions.json. */
declare module "virtual:functions.json" {
  const metadata: {
    readonly functions: readonly {
      readonly id: string;
      readonly description: string;
      readonly options?: { readonly cancelable?: boolean };
      readonly parameters: readonly {
        readonly name: string;
        readonly description: string;
        readonly dimensionality?: "matrix";
        readonly optional?: boolean;
        readonly repeating?: boolean;
      }[];
    }[];
  };
  export default metadata;
}

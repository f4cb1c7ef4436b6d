declare module "virtual:enhancing-script" {
  /** The address of the script that visitors' pages load: see vite.config.ts. */
  const address: string;
  export default address;
}

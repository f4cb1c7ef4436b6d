declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      targetFormat: "woff2";
      noHinting: boolean;
      keepFeatures: readonly string[];
      noLayoutClosure: boolean;
    },
  ): Promise<Buffer>;
}

import qrcode from "qrcode";

/** The link as a picture to be read by a telephone. It holds the link and its key, never a result. */
export const qrOf = (link: string): Promise<string> =>
  qrcode.toDataURL(link, { margin: 1, errorCorrectionLevel: "M" });

import QRCode from "qrcode";

/** A QR code as one SVG path on a square of `size` units. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size: modules.size, path };
}

/** The key of an authenticator's address in groups of four, for typing. */
export function keyOf(uri: string): string {
  const secret = URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";
  return secret.replace(/.{4}(?=.)/g, "$& ");
}

/** What a person calls the device behind a session. */
export function deviceOf(userAgent: string | null): string {
  const system =
    /Windows/.exec(userAgent ?? "")?.[0] ??
    /iPhone|iPad|Android/.exec(userAgent ?? "")?.[0] ??
    (/Mac OS/.test(userAgent ?? "") ? "Mac" : /Linux/.exec(userAgent ?? "")?.[0]);
  const browser =
    (/Edg\//.test(userAgent ?? "") && "Edge") ||
    (/Firefox\//.test(userAgent ?? "") && "Firefox") ||
    (/Chrome\//.test(userAgent ?? "") && "Chrome") ||
    (/Safari\//.test(userAgent ?? "") && "Safari");
  return [system, browser].filter(Boolean).join(" ") || "わからない端末";
}

/** Whether a step of a form came back for mending. */
export const hasErrors = (step: object): boolean =>
  "errors" in step && Object.keys(step.errors as object).length > 0;

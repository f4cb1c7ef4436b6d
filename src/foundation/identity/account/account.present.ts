import QRCode from "qrcode";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { PASSKEY } from "../account.messages.ts";

/** A QR code as one SVG path on a square of `size` units. */
function qrPath(text: string): { size: number; path: string } {
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
function keyOf(uri: string): string {
  const secret = URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";
  return secret.replace(/.{4}(?=.)/g, "$& ");
}

/** What a person calls the device behind a session. */
function deviceOf(userAgent: string | null): string {
  const system =
    /Windows/.exec(userAgent ?? "")?.[0] ??
    /iPhone|iPad|Android/.exec(userAgent ?? "")?.[0] ??
    (/Mac OS/.test(userAgent ?? "") ? "Mac" : /Linux/.exec(userAgent ?? "")?.[0]);
  const browser =
    (/Edg\//.test(userAgent ?? "") && "Edge") ||
    (/Firefox\//.test(userAgent ?? "") && "Firefox") ||
    (/Chrome\//.test(userAgent ?? "") && "Chrome") ||
    (/Safari\//.test(userAgent ?? "") && "Safari");
  return [system, browser].filter(Boolean).join(" ") || "不明な端末";
}

/** Where one is signed in, as the account shows it. */
export const presentSession = (
  session: Readonly<{
    id: string;
    created_at: Date;
    last_active_at: Date;
    ip_address: string | null;
    user_agent: string | null;
  }>,
  here: string,
) => ({
  id: session.id,
  here: session.id === here,
  device: deviceOf(session.user_agent),
  address: session.ip_address ?? "",
  begun: showInstantJa(session.created_at),
  lastActive: showInstantJa(session.last_active_at),
});

export const presentPasskey = (
  passkey: Readonly<{ id: string; name: string | null; created_at: Date | null }>,
) => ({
  id: passkey.id,
  name: passkey.name ?? PASSKEY.device,
  since: passkey.created_at ? showInstantJa(passkey.created_at) : "",
});

/** What is scanned to set up an authenticator app: the picture, and its key for typing. */
export const scanOf = (uri: string) => ({ uri, secret: keyOf(uri), qr: qrPath(uri) });

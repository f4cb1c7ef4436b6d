/** Whether the browser can sign in with a passkey at all. */
export const canPasskey = (): boolean => window.PublicKeyCredential !== undefined;

const CEREMONIES = { "sign-in": signInByPasskey, add } as const;
export type PasskeyCeremony = keyof typeof CEREMONIES;

/**
 * Runs the ceremony that the box around the button names, and leads on: to `data-then`, or where that is empty, to the
 * page itself. Its status says `data-failed` where that did not work out.
 */
export function runPasskey(button: HTMLElement): void {
  const box = button.closest<HTMLElement>("[data-passkey]");
  const status = box?.querySelector("[role=status]");
  if (!box || !status || button.getAttribute("aria-disabled")) return;
  const { passkey, then = "", failed = "" } = box.dataset;
  button.setAttribute("aria-disabled", "true");
  status.textContent = "";
  CEREMONIES[passkey as PasskeyCeremony](box.dataset.device ?? "").then(
    () => (then ? location.assign(then) : location.reload()),
    () => {
      button.removeAttribute("aria-disabled");
      status.textContent = failed;
    },
  );
}

export async function signInByPasskey(): Promise<void> {
  const options = await ask("generate-authenticate-options");
  const credential = (await navigator.credentials.get({
    publicKey: {
      ...options,
      userVerification: "required",
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(withBytes),
    },
  })) as PublicKeyCredential | null;
  if (!credential) throw new Error("no passkey chosen");
  const answer = credential.response as AuthenticatorAssertionResponse;
  await ask("verify-authentication", {
    response: {
      ...common(credential),
      response: {
        clientDataJSON: text(answer.clientDataJSON),
        authenticatorData: text(answer.authenticatorData),
        signature: text(answer.signature),
        userHandle: answer.userHandle ? text(answer.userHandle) : undefined,
      },
    },
  });
}

/** Makes a passkey on this device and gives its public half to the server. */
async function add(device: string): Promise<void> {
  const options = await ask("generate-register-options");
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(withBytes),
    },
  })) as PublicKeyCredential | null;
  if (!credential) throw new Error("no passkey made");
  const answer = credential.response as AuthenticatorAttestationResponse;
  await ask("verify-registration", {
    name: /Windows|Android|iPhone|iPad|Mac OS|Linux|CrOS/.exec(navigator.userAgent)?.[0] ?? device,
    response: {
      ...common(credential),
      response: {
        clientDataJSON: text(answer.clientDataJSON),
        attestationObject: text(answer.attestationObject),
        transports: answer.getTransports(),
      },
    },
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the options are what the WebAuthn standard says, handed on as they come
async function ask(step: string, body?: object): Promise<any> {
  const response = await fetch(`/api/auth/passkey/${step}`, {
    method: body ? "POST" : "GET",
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : null,
  });
  if (!response.ok) throw new Error(`passkey: ${response.status}`);
  return response.json();
}

type Descriptor = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };
const withBytes = (descriptor: Descriptor) => ({ ...descriptor, id: bytes(descriptor.id) });

const common = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
});

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

import { useEffect, useState } from "react";
import { Button } from "#ui/button.tsx";
import { PASSKEY } from "../account/messages.ts";

/** Signs in with a passkey. Shown only where the browser can. */
export function PasskeySignIn({ next }: { next: string }) {
  return (
    <Ceremony
      label={PASSKEY.signIn}
      failed={PASSKEY.signInFailed}
      onDone={() => window.location.assign(next)}
    >
      {async () => {
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
      }}
    </Ceremony>
  );
}

/** Makes a passkey on this device and gives its public half to the server. */
export function PasskeyAdd() {
  return (
    <Ceremony label={PASSKEY.add} failed={PASSKEY.addFailed} onDone={() => window.location.reload()}>
      {async () => {
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
          name: deviceName(),
          response: {
            ...common(credential),
            response: {
              clientDataJSON: text(answer.clientDataJSON),
              attestationObject: text(answer.attestationObject),
              transports: answer.getTransports(),
            },
          },
        });
      }}
    </Ceremony>
  );
}

function Ceremony({
  label,
  failed,
  onDone,
  children,
}: {
  label: string;
  failed: string;
  onDone(): void;
  children: () => Promise<void>;
}) {
  const [state, setState] = useState<"unable" | "ready" | "busy" | "failed">("unable");
  // Without script, or in a browser without passkeys, there is nothing to press.
  useEffect(() => setState(window.PublicKeyCredential ? "ready" : "unable"), []);
  if (state === "unable") return null;
  const run = () => {
    setState("busy");
    children().then(onDone, () => setState("failed"));
  };
  return (
    <div className="mt-6">
      <Button
        type="button"
        aria-disabled={state === "busy" || undefined}
        onClick={state === "busy" ? undefined : run}
      >
        {label}
      </Button>
      <p role="status" className="mt-2 text-std-16N-170 text-error-2">
        {state === "failed" ? failed : ""}
      </p>
    </div>
  );
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

const deviceName = () =>
  /Windows|Android|iPhone|iPad|Mac OS|Linux|CrOS/.exec(navigator.userAgent)?.[0] ?? PASSKEY.device;

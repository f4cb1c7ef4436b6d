import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { HASH_PAGE as PAGE } from "../hashing/hash-page.messages.ts";

export const handle = { japaneseOnly: true };

/** How a provider takes out who somebody is before a file leaves. */
export default function Hash() {
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} />
      <p>
        <ButtonLink to="/checkup-hash/page.html" kind="primary" reload>
          {PAGE.download}
        </ButtonLink>
      </p>
      <p className="my-4">{PAGE.downloadHint}</p>
      <p className="my-4">{PAGE.keyNote}</p>
      <p className="my-4">{PAGE.command}</p>
      <pre className="overflow-x-auto bg-solid-gray-50 p-3">{PAGE.commandLine}</pre>
    </>
  );
}

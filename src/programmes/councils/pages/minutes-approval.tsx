import { TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";

/** A draft is approved as it was read; an approved version is corrected by the next one. */
export function ApproveOrCorrect({
  version,
  revision,
  open,
  errors,
}: {
  version: number;
  revision: number;
  open: boolean;
  errors: readonly string[] | undefined;
}) {
  return open ? (
    <Section title="承認" lead="承認すると書き換えられなくなります。訂正は新しい版になります。">
      <OnceForm submit={`第${version}版を承認する`}>
        <input type="hidden" name="intent" value="approve" />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="revision" value={revision} />
      </OnceForm>
    </Section>
  ) : (
    <Section title="訂正">
      <OnceForm submit="訂正の版を始める" kind="secondary">
        <input type="hidden" name="intent" value="correct" />
        <TextField label="訂正の理由" name="reason" errors={errors} />
      </OnceForm>
    </Section>
  );
}

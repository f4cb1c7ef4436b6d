import { TextLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { Side } from "../carried.schema.ts";
import { EXCHANGE } from "../messages.ts";

const { own: words, partners: say, sides } = EXCHANGE;

type Keys = Readonly<{ name: string; side: string; fingerprint: string }>;

/** The keys of this installation: what is handed to a partner. */
export function OwnKeys({ own, answer }: { own: Keys; answer: unknown }) {
  return (
    <Section title={words.title} lead={words.fingerprintHint}>
      <Facts
        items={[
          { name: words.name, value: own.name },
          { name: words.side, value: sides[own.side as Side] },
          { name: words.fingerprint, value: <code className="break-all">{own.fingerprint}</code> },
        ]}
      />
      <p className="mt-4">
        <TextLink to="/exchange/card.json" reload>
          {words.card}
        </TextLink>
      </p>
      <Removal
        command="exchange.begin"
        answer={answer}
        open={words.renew}
        submit={words.renew}
        asks={words.renewAsks}
      >
        <input type="hidden" name="name" value={own.name} />
        <input type="hidden" name="side" value={own.side} />
        <input type="hidden" name="renew" value="true" />
      </Removal>
    </Section>
  );
}

/** With whom bundles are exchanged, and what of theirs never came. */
export function Partners({
  partners,
  answer,
}: {
  partners: readonly (Keys & Readonly<{ id: string; gaps: readonly number[] }>)[];
  answer: unknown;
}) {
  return (
    <Section title={say.title}>
      {partners.length === 0 ? <Empty title={say.none} /> : null}
      {partners.map(({ id, name, side, fingerprint, gaps }) => (
        <div key={id} className="mb-8">
          <Facts
            items={[
              { name: say.columns.name, value: name },
              { name: say.columns.side, value: sides[side as Side] },
              { name: say.columns.fingerprint, value: <code className="break-all">{fingerprint}</code> },
              { name: say.columns.gaps, value: gaps.length === 0 ? say.noGaps : say.gaps(gaps) },
            ]}
          />
          <CommandForm command="exchange-partner.end" answer={answer} submit={say.end} kind="secondary">
            <input type="hidden" name="id" value={id} />
          </CommandForm>
        </div>
      ))}
      <CommandForm
        command="exchange-partner.add"
        answer={answer}
        labels={{ card: say.card, fingerprint: say.typed }}
        submit={say.add}
      >
        <TextArea label={say.card} hint={say.cardHint} name="card" rows={6} />
        <TextField label={say.typed} hint={say.typedHint} name="fingerprint" autoComplete="off" />
      </CommandForm>
    </Section>
  );
}

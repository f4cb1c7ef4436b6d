import type { OutputOf } from "#foundation/authority/public.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { readCase } from "../cases/case.queries.server.ts";

type View = OutputOf<typeof readCase>;

/** Who may be the same person, for somebody to judge, and who was found to be. */
export const SameClients = ({
  similar,
  merged,
  office,
  answer,
}: Pick<View, "similar" | "merged"> & { office: string; answer: unknown }) => (
  <>
    {similar.map((other) => (
      <CommandForm
        key={other.id}
        command="client.judge"
        answer={answer}
        submit="判断を登録する"
        kind="secondary"
        label={`${other.name}さんとの判断`}
      >
        <p>
          同じ方の可能性：{other.name}（{other.kana}）
          {other.birthDate && showDateJa(plainDate(other.birthDate))}
        </p>
        <input type="hidden" name="other" value={other.id} />
        <SelectField
          label="判断"
          name="verdict"
          empty="選択してください"
          options={[
            { value: "same", label: "同じ方" },
            { value: "different", label: "別の方" },
          ]}
        />
      </CommandForm>
    ))}
    {merged.map((other) => (
      <CommandForm key={other.id} command="client.part" answer={answer} submit="統合を取り消す" kind="plain">
        <input type="hidden" name="other" value={other.id} />
        {other.cases.map((kept) => (
          <TextLink key={kept.id} to={`${office}/cases/${kept.id}`}>
            {kept.number}
          </TextLink>
        ))}
      </CommandForm>
    ))}
  </>
);

import { TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { MeetingPart } from "./meeting.tsx";
import { answerOfRow } from "./meeting-act.tsx";

type Item = MeetingPart["view"]["agenda"][number];
const LABELS = { title: "議題", presenter: "説明者", minutes: "所要時間" };

/** What is talked about, in its order. */
export function Agenda({ view, answer }: MeetingPart) {
  const { agenda, can, once } = view;
  const minutes = agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return (
    <Section title={`次第（議題 ${agenda.length}件）`} lead={minutes > 0 ? `合計 ${minutes}分` : undefined}>
      <ol className="list-decimal pl-6">
        {agenda.map((item, index) => (
          <li key={item.id} id={`agenda-${item.id}`} className="border-b border-solid-gray-300 py-2">
            <div className="flex flex-wrap items-center justify-between gap-x-6">
              <span className="min-w-0">
                {item.title}
                {told(item)}
              </span>
              {can.prepare ? (
                <span className="no-print flex gap-2">
                  {index > 0 ? <Move item={item} to="up" label="上へ" /> : null}
                  {index + 1 < agenda.length ? <Move item={item} to="down" label="下へ" /> : null}
                </span>
              ) : null}
            </div>
            {can.prepare ? <EditItem item={item} answer={answer} /> : null}
          </li>
        ))}
      </ol>
      {can.prepare ? (
        <Folded summary="議題を追加する" open={answerFor(answer, "agenda.add") !== undefined}>
          <CommandForm
            key={agenda.length}
            command="agenda.add"
            answer={answer}
            once={once.agenda}
            labels={LABELS}
            submit="議題を追加する"
            kind="secondary"
          >
            <ItemFields />
          </CommandForm>
        </Folded>
      ) : null}
    </Section>
  );
}

const told = ({ presenter, minutes }: Item): string => {
  const more = [presenter, minutes === null ? "" : `${minutes}分`].filter(Boolean).join("、");
  return more ? `（${more}）` : "";
};

const ItemFields = () => (
  <>
    <TextField label={LABELS.title} name="title" />
    <TextField label={LABELS.presenter} name="presenter" optional list="task-owners" />
    <CountField label={LABELS.minutes} hint="分" name="minutes" optional />
  </>
);

const Move = ({ item, to, label }: { item: Item; to: string; label: string }) => (
  <CommandForm command="agenda.move" submit={label} kind="plain" label={`${item.title}を${label}`}>
    <input type="hidden" name="id" value={item.id} />
    <input type="hidden" name="to" value={to} />
  </CommandForm>
);

function EditItem({ item, answer }: { item: Item; answer: unknown }) {
  const own = answerOfRow(answer, "agenda.change", item.id);
  return (
    <div className="no-print">
      <Folded summary="編集・削除" open={own !== undefined}>
        <CommandForm
          key={item.form.seen}
          command="agenda.change"
          answer={own}
          values={item.form.values}
          seen={item.form.seen}
          labels={LABELS}
          submit="議題を保存する"
          kind="secondary"
        >
          <input type="hidden" name="id" value={item.id} />
          <ItemFields />
        </CommandForm>
        <Removal
          open="この議題を削除する"
          named={item.title}
          goes="30日以内は元に戻せます。"
          command="agenda.delete"
        >
          <input type="hidden" name="id" value={item.id} />
        </Removal>
      </Folded>
    </div>
  );
}

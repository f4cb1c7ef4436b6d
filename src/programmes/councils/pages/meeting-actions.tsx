import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, type Result } from "#platform/kernel/result.ts";
import { formOf } from "#platform/web/fields.ts";
import { removeFromCouncil } from "../deleting/usecases.server.ts";
import { setAttendance } from "../meetings/attendance/usecases.server.ts";
import { decide, finishTask, saveTask } from "../meetings/decisions/usecases.server.ts";
import { addAgendaItem, addFile, addReport, comment } from "../meetings/papers/usecases.server.ts";
import { remindPoll, startPoll } from "../meetings/poll/usecases.server.ts";
import { cancelMeeting, fixDate, invite, moveMeeting, placeMeeting } from "../meetings/usecases.server.ts";
import { chosenId } from "./place.tsx";

type Outcome = Result<{ sent?: number } | undefined>;

/** What a button of the meeting's page asks for, by the name that its form carries. */
export async function meetingAction(app: App, actor: Actor, area: AreaId, id: string, request: Request) {
  const form = await formOf(request);
  const values = Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  const intent = values.intent ?? "";
  const file = form.get("file");
  const work = (): Promise<Result<unknown>> | Result<unknown> => {
    switch (intent) {
      case "poll":
        return startPoll(app, actor, area, id);
      case "remind":
        return remindPoll(app, actor, area, id);
      case "fix":
        return fixDate(app, actor, area, id, values.about ?? "");
      case "move":
        return moveMeeting(app, actor, area, id, values);
      case "place":
        return placeMeeting(app, actor, area, id, values);
      case "invite":
        return invite(app, actor, area, id, values.about);
      case "cancel":
        return cancelMeeting(app, actor, area, id);
      case "agenda":
        return addAgendaItem(app, actor, area, id, values, values.once);
      case "report":
        return addReport(app, actor, area, id, values, values.once);
      case "file":
        return file instanceof File && file.size > 0
          ? addFile(app, actor, area, id, sent(file), values.once)
          : invalid({ file: ["ファイルを選んでください。"] });
      case "remove-paper":
        return removeFromCouncil(app, actor, area, "paper", chosenId(values));
      case "attendance":
        return setAttendance(app, actor, area, id, attendanceOf(values));
      case "decide":
        return decide(app, actor, area, id, values, values.once);
      case "finish":
        return finishTask(app, actor, area, chosenId(values), true);
      case "reopen":
        return finishTask(app, actor, area, chosenId(values), false);
      case "task":
        return saveTask(app, actor, area, id, chosenId(values), values);
      case "remove-task":
        return removeFromCouncil(app, actor, area, "task", chosenId(values));
      case "remove-decision":
        return removeFromCouncil(app, actor, area, "decision", chosenId(values));
      case "remove-meeting":
        return removeFromCouncil(app, actor, area, "meeting", id);
      case "comment":
        return comment(app, actor, area, id, values, values.once);
      default:
        return invalid({ intent: ["わからない操作です。"] });
    }
  };
  return { outcome: (await work()) as Outcome, values, intent };
}

const sent = (file: File) => ({
  name: file.name,
  content: Readable.fromWeb(file.stream() as ReadableStream),
});

const attendanceOf = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith("member-"))
      .map(([name, value]) => [name.slice("member-".length), value]),
  );

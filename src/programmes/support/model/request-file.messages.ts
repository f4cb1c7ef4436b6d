import type { Language } from "./offer.messages.ts";

const ja = {
  title: "添付",
  label: "添付するファイル",
  hint: "PDF・写真（PNG・JPEG）・Word・Excel・PowerPoint。1つ5MBまで、3つまで。働く人の名前や健診の結果が入ったものは添付しないでください。",
  add: "添付する",
  remove: "削除する",
  removeAsks: "「{name}」を削除します。元に戻せません。",
  removing: "削除しています…",
  removed: "削除しました",
  none: "添付はありません。",
  ours: "事業所から",
  office: "事務局から",
  tooLong: "「{name}」は5MBより大きいため、受け取れません。小さくするか、分けてください。",
  kind: "「{name}」は受け取れない種類です。PDF・写真・Word・Excel・PowerPointにしてください。",
  unlike:
    "「{name}」の中身が、名前の種類と違うか、マクロが入っています。元のソフトで保存し直したものを選択してください。",
  locked: "「{name}」はパスワードで保護されています。保護を外して保存し直したものを選択してください。",
  active:
    "「{name}」には、開くと動く命令が入っています。「印刷」からPDFを作り直して、それを選択してください。",
  waiting: "確認中",
  infected: "ウイルスの疑いがあるため、開けません",
  tooMany: "一度に添付できるのは{n}つまでです。",
  full: "1つの依頼に添付できるのは{n}つまでです。",
  today: "同じ送信元からの本日の添付が多すぎます。添付せずに送るか、明日添付してください。",
  again: "添付がまだ選ばれていれば、そのままで送れます。消えていたら、もう一度選択してください。",
  choose: "ファイルを選択してください。",
  late: "この依頼には、もう添付できません。渡したいものがあるときは、事務局にお知らせください。",
};
const en: typeof ja = {
  title: "Attachments",
  label: "Files to attach",
  hint: "PDF, pictures (PNG, JPEG), Word, Excel, PowerPoint. Up to 5 MB each, three files. Attach nothing with names of workers or results of check-ups.",
  add: "Attach",
  remove: "Remove",
  removeAsks: "“{name}” will be removed. This can't be undone.",
  removing: "Removing…",
  removed: "removed",
  none: "Nothing is attached.",
  ours: "from the workplace",
  office: "from the office",
  tooLong: "“{name}” is larger than 5 MB and can't be taken. Make it smaller or split it.",
  kind: "“{name}” is of a kind that can't be taken. Use PDF, a picture, Word, Excel or PowerPoint.",
  unlike:
    "“{name}” is not what its name says, or holds a macro. Save it anew in its own program and choose that.",
  locked: "“{name}” is protected by a password. Take the protection off, save it anew and choose that.",
  active: "“{name}” runs something when it is opened. Make the PDF anew by printing, and choose that.",
  waiting: "being checked",
  infected: "can't be opened: it may hold a virus",
  tooMany: "You can attach up to {n} files at once.",
  full: "You can attach up to {n} files to one request.",
  today:
    "Too much was attached from the same place today. Send without attachments, or attach them tomorrow.",
  again: "If your files are still chosen you can send as it is. If not, choose them again.",
  choose: "Choose a file.",
  late: "Files can't be attached to this request any more. If you have something to give, please tell the office.",
};
export const FILES: Readonly<Record<Language, typeof ja>> = { ja, en };

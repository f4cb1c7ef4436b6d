/** The audit log never says what stands in a file. */
export const HEALTH_RECORD_WORDS = {
  "health-file.find": { done: "健康ファイルの有無を見た", refused: "健康ファイルの有無を見ようとした" },
  "health-file.count": { done: "健康ファイルの数を数えた", refused: "健康ファイルの数を数えようとした" },
  "health-file.begin": { done: "健康ファイルを作成した", refused: "健康ファイルを作成しようとした" },
  "health-file.unlock": { done: "健康ファイルを開く操作をした", refused: "健康ファイルを開こうとした" },
  "health-file.close": { done: "健康ファイルを閉じた", refused: "健康ファイルを閉じようとした" },
  "health-file.change-word": {
    done: "健康ファイルの合言葉を変更した",
    refused: "健康ファイルの合言葉を変更しようとした",
  },
  "health-file.read": { done: "健康ファイルを見た", refused: "健康ファイルを見ようとした" },
  "health-file.export": { done: "健康ファイルを書き出した", refused: "健康ファイルを書き出そうとした" },
  "health-file.import": { done: "健康ファイルに読み込んだ", refused: "健康ファイルに読み込もうとした" },
  "health-file.delete": { done: "健康ファイルを削除した", refused: "健康ファイルを削除しようとした" },
  "health-checkup.save": { done: "自分の健診結果を保存した", refused: "自分の健診結果を保存しようとした" },
  "health-checkup.delete": { done: "自分の健診結果を削除した", refused: "自分の健診結果を削除しようとした" },
  "health-diary.list": { done: "日々の記録を見た", refused: "日々の記録を見ようとした" },
  "health-diary.save": { done: "日々の記録を保存した", refused: "日々の記録を保存しようとした" },
  "health-diary.delete": { done: "日々の記録を削除した", refused: "日々の記録を削除しようとした" },
  "health-share.list": { done: "健康ファイルの共有を見た", refused: "健康ファイルの共有を見ようとした" },
  "health-share.give": { done: "健康ファイルを共有した", refused: "健康ファイルを共有しようとした" },
  "health-share.end": { done: "健康ファイルの共有を止めた", refused: "健康ファイルの共有を止めようとした" },
  "health-share.read": {
    done: "共有された健康ファイルを見た",
    refused: "共有された健康ファイルを見ようとした",
  },
};

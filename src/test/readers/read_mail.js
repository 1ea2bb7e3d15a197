// Reads a mail as mailparser does (Nodemailer's reader); one JSON line. See IndependentMailTest. Needs `npm install` in
// this folder.
import { simpleParser } from "mailparser";
import { readFileSync } from "node:fs";

if (process.argv[2]) {
  const mail = await simpleParser(readFileSync(process.argv[2]));
  console.log(JSON.stringify({
    attachments: mail.attachments.map((attachment) => attachment.filename),
    automatic: mail.headers.get("auto-submitted"),
    from: mail.from.value[0].name,
    id: mail.messageId,
    language: mail.headers.get("content-language"),
    replyTo: mail.replyTo.value[0].address,
    subject: mail.subject,
    text: mail.text.trim(),
    to: mail.to.value[0].name,
  }));
}

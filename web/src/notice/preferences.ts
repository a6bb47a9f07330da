import {
  type Channel,
  type NoticePreferences,
  type Pace,
  TOPICS,
  type Topic,
  type WantedPreferences,
} from "@/api/notices";

/** How one is told where nobody chose, as the server has it: a mail a day, and at once only in the product. */
const USUAL: Record<Channel, Pace> = { in_app: "at_once", mail: "digest", chat: "off", sms: "off" };

export function paceOf(topics: NoticePreferences["topics"], topic: Topic, channel: Channel): Pace {
  return topics[topic]?.[channel] ?? USUAL[channel];
}

/** In the product nothing is gathered: it is there, or it is not. */
export const pacesOf = (channel: Channel): readonly Pace[] =>
  channel === "in_app" ? ["at_once", "off"] : ["at_once", "digest", "off"];

export function withPace(
  topics: NoticePreferences["topics"],
  topic: Topic,
  channel: Channel,
  pace: Pace,
): NoticePreferences["topics"] {
  return { ...topics, [topic]: { ...topics[topic], [channel]: pace } };
}

/** Whether anything is gathered, so that it matters when it is sent. */
export const gathers = ({ topics, channels }: NoticePreferences): boolean =>
  TOPICS.some((topic) => channels.some((channel) => paceOf(topics, topic, channel) === "digest"));

/** What is sent back: all that one may choose, a blank address being the usual one. */
export function wantedOf({ topics, quiet, digest_at, address }: NoticePreferences): WantedPreferences {
  return { topics, quiet, digest_at, address: address?.trim() || null };
}

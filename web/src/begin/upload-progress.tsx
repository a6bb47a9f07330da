import { Progress } from "antd";

/** How much of a file is there, from 0 to 1. */
export default function UploadProgress({ part }: { part: number }) {
  return <Progress percent={Math.round(part * 100)} />;
}

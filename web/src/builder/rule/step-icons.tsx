import {
  ApartmentOutlined,
  ApiOutlined,
  BellOutlined,
  BranchesOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  DeleteOutlined,
  EditOutlined,
  FileAddOutlined,
  LinkOutlined,
  MailOutlined,
  MessageOutlined,
  PlayCircleOutlined,
  RetweetOutlined,
  ShareAltOutlined,
  StopOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { ActionInfo } from "@/api/rules";

const BY_STEP: Record<string, ComponentType> = {
  branch: BranchesOutlined,
  each: RetweetOutlined,
  wait: ClockCircleOutlined,
  run_rule: PlayCircleOutlined,
  set: EditOutlined,
  create: FileAddOutlined,
  update_related: LinkOutlined,
  delete: DeleteOutlined,
  refuse: StopOutlined,
  tag: TagsOutlined,
  assign: UserSwitchOutlined,
  share: ShareAltOutlined,
  todo: CarryOutOutlined,
  notify: BellOutlined,
  mail: MailOutlined,
  sms: MessageOutlined,
  webhook: ApiOutlined,
};
const BY_GROUP: Record<string, ComponentType> = {
  record: EditOutlined,
  people: TeamOutlined,
  tell: BellOutlined,
  outside: CloudUploadOutlined,
  control: ApartmentOutlined,
};

/** The picture of a step: its own, else that of the group that its action is in. */
export function StepIcon({ does, action }: { does: string; action: ActionInfo | undefined }) {
  const Icon = BY_STEP[does] ?? BY_GROUP[action?.group.code ?? ""] ?? ThunderboltOutlined;
  return <Icon />;
}

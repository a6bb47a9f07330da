import { Form, Input, Modal } from "antd";
import { type Department, type Member, makeDepartment } from "@/api/people";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { DepartmentPicker, MemberPicker } from "./pickers";
import { usePeopleChange } from "./use-people";

type Fields = { name: string; parent: string | null; head?: string | null };
type Props = {
  people: { members: readonly Member[]; departments: readonly Department[] };
  /** Null at the top. */
  below: string | null;
  close: () => void;
};

export function NewDepartment({ people, below, close }: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const making = usePeopleChange(makeDepartment, (made) => {
    toast.done(t("people.department.made", { name: made.name }));
    close();
  });
  return (
    <Modal
      open
      title={t("people.department.add")}
      okText={t("people.department.add")}
      cancelText={t("common.cancel")}
      confirmLoading={making.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Fields> form={form} layout="vertical" initialValues={{ parent: below }} onFinish={making.mutate}>
        <Form.Item
          name="name"
          label={t("people.department.name")}
          rules={[{ required: true, whitespace: true, message: t("people.department.nameRequired") }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="parent" label={t("people.department.parent")}>
          <DepartmentPicker departments={people.departments} placeholder={t("people.department.top")} />
        </Form.Item>
        <Form.Item name="head" label={t("people.department.head")}>
          <MemberPicker members={people.members.filter((one) => one.active)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { Button, Form, Input, InputNumber, Modal } from "antd";
import { type Department, invite } from "@/api/people";
import { useLanguage } from "@/i18n";
import { LinkCard } from "./link-card";
import { DepartmentsPicker, RolesPicker } from "./pickers";
import { usePeopleChange } from "./use-people";

type Fields = { label?: string; departments?: string[]; roles?: string[]; most?: number | null; days: number };

function InvitationForm({ departments, make }: { departments: readonly Department[]; make: (f: Fields) => void }) {
  const { t } = useLanguage();
  return (
    <Form<Fields> id="new-invitation" layout="vertical" initialValues={{ days: 7 }} onFinish={make}>
      <Form.Item name="label" label={t("people.invitation.label")} extra={t("people.invitation.labelHint")}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="departments" label={t("people.invitation.departments")}>
        <DepartmentsPicker departments={departments} />
      </Form.Item>
      <Form.Item name="roles" label={t("people.invitation.roles")}>
        <RolesPicker />
      </Form.Item>
      <Form.Item name="most" label={t("people.invitation.most")}>
        <InputNumber min={1} max={10_000} placeholder={t("people.invitation.unlimited")} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="days" label={t("people.invitation.days")} rules={[{ required: true }]}>
        <InputNumber min={1} max={90} style={{ width: 160 }} />
      </Form.Item>
    </Form>
  );
}

/** Makes a link by which new members come, and shows it once. */
export function NewInvitation({ departments, close }: { departments: readonly Department[]; close: () => void }) {
  const { t } = useLanguage();
  const making = usePeopleChange(({ departments: places, roles, most, ...wanted }: Fields) =>
    invite({ ...wanted, departments: places ?? [], roles: roles ?? [], most: most ?? null }),
  );
  const footer = making.data ? (
    <Button type="primary" onClick={close}>
      {t("common.close")}
    </Button>
  ) : (
    <>
      <Button onClick={close}>{t("common.cancel")}</Button>
      <Button type="primary" htmlType="submit" form="new-invitation" loading={making.isPending}>
        {t("people.invitation.make")}
      </Button>
    </>
  );
  return (
    <Modal open title={t("people.invitation.add")} footer={footer} onCancel={close} mask={{ closable: false }}>
      {making.data ? (
        <LinkCard token={making.data.token} text={t("people.invitation.once")} />
      ) : (
        <InvitationForm departments={departments} make={making.mutate} />
      )}
    </Modal>
  );
}

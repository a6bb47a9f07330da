import { Alert, QRCode } from "antd";
import { Copied } from "@/app/copied";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import css from "./people.module.css";

/** The address of an invitation. */
export const linkOf = (token: string): string => window.location.origin + paths.join(token);

/** An invitation's link, as text and for the camera of a phone. */
export function LinkCard({ token, text }: { token: string; text: string }) {
  const { t } = useLanguage();
  return (
    <div className={css.link}>
      {/* Dark on light in both themes, with a light edge: not every camera reads it otherwise. */}
      <QRCode
        value={linkOf(token)}
        size={148}
        color="black"
        bgColor="white"
        bordered={false}
        style={{ padding: 8 }}
        aria-label={t("people.invitation.qr")}
      />
      <div>
        <Copied label={t("people.invitation.link")} text={linkOf(token)} />
        <Alert type="info" showIcon title={text} />
      </div>
    </div>
  );
}

package io.zhike.notice;

import io.zhike.message.Language;
import io.zhike.message.MessageCode;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

/**
 * Why a mailbox could not be read.
 *
 * @param said what the server, or our side of the connection, said of it
 */
record MailboxFailure(Kind kind, String said) {

    MailboxFailure {
        said = Texts.reason(said);
    }

    /** What can go wrong. The names are stored and never change. */
    enum Kind implements MessageCode {
        SIGN_IN(
                "登录不了，请检查账号和密码。很多邮箱要先在邮箱设置里开启 IMAP，并用「授权码」代替登录密码。服务器的回答：{0}",
                "Signing in failed; check account and password. Many mail services want IMAP to be switched on first, and an app password. The server said: {0}"),
        NO_FOLDER(
                "邮箱里没有这个文件夹，或不能打开，请检查文件夹名。服务器的回答：{0}",
                "There is no such folder, or it cannot be opened; check its name. The server said: {0}"),
        UNREACHABLE("连不上服务器，请检查服务器地址和端口。详情：{0}", "The server cannot be reached; check host and port. Details: {0}"),
        NOT_SECURE(
                "没能建立加密连接：服务器不支持所选的加密方式，或证书不受信任。详情：{0}",
                "There is no safe connection: the server does not offer this encryption, or its certificate is not trusted. Details: {0}"),
        UNOPENED("保存的密码打不开，请重新填写。详情：{0}", "The password that is kept cannot be opened; write it again. Details: {0}"),
        OTHER("读取收件箱时出错：{0}", "Reading the mailbox failed: {0}");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    static MailboxFailure of(MessagingException failure) {
        return new MailboxFailure(kind(failure), MailFailures.said(failure));
    }

    private static Kind kind(MessagingException failure) {
        if (has(failure, AuthenticationFailedException.class::isInstance)) {
            return Kind.SIGN_IN;
        }
        if (has(failure, FolderNotFoundException.class::isInstance)) {
            return Kind.NO_FOLDER;
        }
        if (has(failure, each -> each instanceof SSLException || saysNoStarttls(each))) {
            return Kind.NOT_SECURE;
        }
        if (has(
                failure,
                each -> each instanceof MailConnectException
                        || each instanceof SocketConnectException
                        || each instanceof UnknownHostException)) {
            return Kind.UNREACHABLE;
        }
        return Kind.OTHER;
    }

    /** The library has no type for it. */
    private static boolean saysNoStarttls(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().contains("STARTTLS");
    }

    private static boolean has(MessagingException failure, Predicate<Throwable> what) {
        return MailFailures.chain(failure).anyMatch(what);
    }

    String in(Language language) {
        return kind.with(said).in(language);
    }
}

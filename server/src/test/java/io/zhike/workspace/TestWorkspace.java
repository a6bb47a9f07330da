package io.zhike.workspace;

import java.util.UUID;

/** A workspace of a test's own, and the people in it. */
public record TestWorkspace(Workspace workspace, Person administrator) {

    /** @param account the name to sign in with; the password is {@link TestServer#PASSWORD} */
    public record Person(Member member, String account, Client client) {

        public UUID id() {
            return member.id();
        }
    }

    /** The administrator's client. */
    public Client admin() {
        return administrator.client();
    }

    /** A further member, signed in, without any rights of administration. */
    public Person newMember(String name) {
        return TestServer.newPerson(workspace, name, false);
    }

    /** A client with a new API key of {@code person}. */
    public Client keyOf(Person person) {
        String secret = TestServer.bean(Keys.class)
                .create(workspace, person.id(), "test", null)
                .secret();
        return TestServer.stranger().with("Authorization", "Bearer " + secret);
    }

    /** The administrator as a caller, for calling services directly. */
    public Caller caller() {
        return caller(administrator);
    }

    public Caller caller(Person person) {
        return new Caller(workspace, person.id(), workspace.language(), new Origin.Key(new UUID(0, 0)));
    }
}

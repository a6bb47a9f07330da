package io.zhike.action;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whom recipients turned out to be for one subject.
 *
 * @param members active ones, each once, in the order in which they were named
 * @param mails addresses outside, such as that of a customer
 * @param phones numbers outside, in the form of E.164
 */
public record Reached(Set<UUID> members, List<String> mails, List<String> phones) {}

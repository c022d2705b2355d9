// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.net.InetAddress;
import java.util.OptionalInt;
import org.clearway.trust.Proof;

/// How pages are opened to other machines, over HTTPS alone.
///
/// @param address to listen at; the wildcard for every one of this machine
/// @param httpsPort 0 for any that is free
/// @param enrolmentPort where the page that tells how to trust this node, and nothing else, can
///     be read without HTTPS; 0 for any that is free
/// @param proof what the node shows at first
public record Network(InetAddress address, int httpsPort, OptionalInt enrolmentPort, Proof proof) {}

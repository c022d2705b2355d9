// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;

/// What the square codes of a document, as far as they were read, make together.
public sealed interface CodesRead {
    /// All of them, and they are what was printed.
    record Whole(byte[] document) implements CodesRead {}

    /// So far all is well.
    ///
    /// @param of how many codes the document has; 0 while none was read
    /// @param numbers those still to be read
    record Missing(int of, List<Integer> numbers) implements CodesRead {}

    /// It begins as one of ours and does not check: it was cut off, smudged or changed. Read it again.
    record Cut(String code) implements CodesRead {}

    /// It is sound, and of another document than those before it.
    record OtherDocument(String code) implements CodesRead {}

    /// Some other code.
    record NotAPage(String code) implements CodesRead {}

    /// Each checks, and together they are no document: somebody made them up. Print the document anew.
    record Spoilt() implements CodesRead {}
}

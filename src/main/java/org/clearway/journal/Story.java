// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.Optional;

/// What a node tells that is none of the real ones. It is that for ever: wherever its folder, its database or a backup
/// of it goes, the story goes with it.
///
/// @param name what the story is called
/// @param file the story itself, packed; absent where the program ships it under its name
public record Story(String name, StoryKind kind, Optional<byte[]> file) {}

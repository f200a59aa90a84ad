// wiki_links.h - links by the names of notes, "[[Note#Heading|text]]", and what is embedded by name,
// "![[picture.png|300]]". Tested by tests/unit/content/dialects/wiki_links_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// Names are looked for in the whole source, the nearest file first. Embedded notes become links. One that
// leads to no file is its text and a warning where Obsidian is read, and stays as it is elsewhere.
extern const DialectPass kWikiLinks;

}  // namespace signpost

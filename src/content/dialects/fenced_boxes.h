// fenced_boxes.h - boxes, folds and tabs between fences of colons or slashes: Docusaurus, VitePress,
// Starlight, MyST, Quarto, Pandoc, HackMD; PyMdown's blocks. Tested by
// tests/unit/content/dialects/fenced_boxes_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

//   :::warning Title      ::: tip Title     :::note[Title]{#id}    :::{.callout-tip title="T"}    /// note |
//   Title Text
//   :::                   one inside another with any number of colons from three on           ///
//
// "::: details" is folded; in "::: code-group" each block of code is a tab, in "::: tabs" what follows
// "@tab". Fences of other names are taken out, and counted, and what is between them stays.
extern const DialectPass kFencedBoxes;

}  // namespace signpost

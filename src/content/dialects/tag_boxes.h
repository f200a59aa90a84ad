// tag_boxes.h - the boxes, folds and tabs that template tags make: GitBook, Hugo and its themes, Liquid.
// Tested by tests/unit/content/dialects/tag_boxes_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

//   {% hint style="info" %} Text {% endhint %}      {{< note >}} Text {{< /note >}}
//   {{% notice tip "Title" %}}                      {% tabs %}{% tab title="A" %} ... {% endtab %}{% endtabs
//   %}
//
// Read everywhere, where the tag that ends it is there too. Blocks of {% highlight %} become code. Tags that
// stand for something that isn't at hand, or that nobody here knows, are counted, and left to
// source_filter.h.
extern const DialectPass kTagBoxes;

}  // namespace signpost

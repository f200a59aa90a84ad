// forward_index.cc - writes the form that forward_index.h describes, and reads it in place.
//
// A view decodes nothing when it is made. Hashes of terms are sorted, so a term is found near where its value
// says; its positions are the bytes from its offset to the next term's, as LEB128 differences of which the
// first is the position itself. To ask for one word costs a few steps and the reading of its own positions; a
// query asks for a few of thousands of terms.
//
// Terms are 32-bit hashes, not strings: the document is known to be a candidate already, and what is asked
// is where in it. Two terms of a document with the same hash lie together, and each is found in the places
// of both: rare, and harmless. Of the hash of a spelling 23 bits are kept, because to copy a forward index
// from the disk's cache is most of what a candidate costs: in a document of 1,000 spellings one of 8,000
// questions for another is answered wrongly, and a spelling only tips the scales. The lowest bit says that
// the word stands in the title or a heading so spelled.
//
// Zones and checkpoints are ascending by position, and there is a zone at least, so every position lies in
// one. What leads from one part into another is checked where it is read: the sum of the parts when the
// view is made, an offset before its positions are read, the kind of a zone when it is asked for. Numbers
// are copied out with memcpy, since nothing aligns the bytes.
#include "index/forward_index.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"

namespace signpost {

void ForwardBuilder::start_zone(Zone zone, uint32_t section, uint32_t position, Writing writing) {
  zones_.push_back({position, static_cast<uint16_t>(std::min(section, 0xFFFFu)), zone, writing});
}

namespace {

constexpr uint32_t kProminent = 1;
constexpr size_t kExactBytes = 3;

// Of the hash of a spelling, its last bit free.
uint32_t kept_of_exact(uint32_t hash) { return hash >> 8 & ~kProminent; }

void put_low(uint32_t value, size_t bytes, ByteWriter& out) {
  out.raw({reinterpret_cast<const char*>(&value), bytes});
}

size_t offset_bytes(size_t blob_size) { return blob_size <= UINT16_MAX ? 2 : 4; }

}  // namespace

void ForwardBuilder::add_exact(uint32_t hash, bool prominent) {
  exact_.push_back(kept_of_exact(hash) | (prominent ? kProminent : 0));
}

std::string ForwardBuilder::finish() {
  std::sort(postings_.begin(), postings_.end());
  postings_.erase(std::unique(postings_.begin(), postings_.end()), postings_.end());
  // Of a spelling that stands in both kinds of places the prominent entry comes first, and stays.
  std::sort(exact_.begin(), exact_.end(),
            [](uint32_t a, uint32_t b) { return (a ^ kProminent) < (b ^ kProminent); });
  const auto same = [](uint32_t a, uint32_t b) { return (a | kProminent) == (b | kProminent); };
  exact_.erase(std::unique(exact_.begin(), exact_.end(), same), exact_.end());

  ByteWriter hashes;
  std::vector<uint32_t> offsets;
  ByteWriter blob;
  uint32_t terms = 0;
  for (size_t i = 0; i < postings_.size(); ++terms) {
    const uint32_t hash = postings_[i].hash;
    hashes.u32(hash);
    offsets.push_back(static_cast<uint32_t>(blob.size()));
    for (uint32_t last = 0; i < postings_.size() && postings_[i].hash == hash; ++i) {
      blob.varint(postings_[i].position - last);
      last = postings_[i].position;
    }
  }
  const size_t blob_bytes = blob.size();
  ByteWriter out;
  out.u32(terms);
  out.u32(static_cast<uint32_t>(zones_.size()));
  out.u32(static_cast<uint32_t>(checkpoints_.size()));
  out.u32(static_cast<uint32_t>(exact_.size()));
  out.u32(static_cast<uint32_t>(blob_bytes));
  for (const ZoneStart& zone : zones_) out.pod(zone);
  for (const Checkpoint& checkpoint : checkpoints_) out.pod(checkpoint);
  out.raw(hashes.take());
  for (const uint32_t offset : offsets) put_low(offset, offset_bytes(blob_bytes), out);
  for (const uint32_t exact : exact_) put_low(exact, kExactBytes, out);
  out.raw(blob.take());
  return out.take();
}

ForwardView::ForwardView(std::string_view bytes) : bytes_(bytes) {
  constexpr size_t kHeader = 5 * sizeof(uint32_t);
  if (bytes.size() < kHeader) throw Error(ErrorKind::corrupt, "a forward index is cut off");
  terms_ = u32_at(0);
  zones_ = u32_at(4);
  checkpoints_ = u32_at(8);
  exact_ = u32_at(12);
  blob_size_ = u32_at(16);
  zone_at_ = kHeader;
  checkpoint_at_ = zone_at_ + size_t{zones_} * sizeof(ZoneStart);
  hash_at_ = checkpoint_at_ + size_t{checkpoints_} * sizeof(Checkpoint);
  offset_at_ = hash_at_ + size_t{terms_} * 4;
  first_exact_ = offset_at_ + size_t{terms_} * offset_bytes(blob_size_);
  blob_at_ = first_exact_ + size_t{exact_} * kExactBytes;
  if (blob_at_ + blob_size_ != bytes.size() || zones_ == 0) {
    throw Error(ErrorKind::corrupt, "a forward index has the wrong size");
  }
}

uint32_t ForwardView::u32_at(size_t offset) const {
  uint32_t value;
  std::memcpy(&value, bytes_.data() + offset, sizeof value);
  return value;
}

uint32_t ForwardView::offset_of(uint32_t term) const {
  if (offset_bytes(blob_size_) == 4) return u32_at(offset_at_ + 4 * size_t{term});
  uint16_t offset;
  std::memcpy(&offset, bytes_.data() + offset_at_ + 2 * size_t{term}, sizeof offset);
  return offset;
}

uint32_t ForwardView::exact_at(uint32_t i) const {
  uint32_t value = 0;
  std::memcpy(&value, bytes_.data() + first_exact_ + kExactBytes * i, kExactBytes);
  return value;
}

namespace {

// First index in [0, count) for which at(index) >= value. Which half it is can't be foretold: the steps are
// sums in place of jumps.
template <typename At>
uint32_t lower_bound(uint32_t count, uint32_t value, At at) {
  if (count == 0) return 0;
  uint32_t low = 0;
  while (count > 1) {
    const uint32_t half = count / 2;
    low += at(low + half - 1) < value ? half : 0;
    count -= half;
  }
  return low + (at(low) < value ? 1 : 0);
}

// The same for hashes, which are spread evenly: what is looked for stands about where its value says.
// Bisection would touch memory all over a document that nobody has looked at lately, and to wait for that
// takes longer than all steps. `bits`: of a hash.
template <typename At>
uint32_t lower_bound_of_hash(uint32_t count, uint32_t value, int bits, At at) {
  if (count == 0) return 0;
  constexpr uint32_t kFirstStep = 8;
  const auto guess = static_cast<uint32_t>(uint64_t{count} * value >> bits);
  uint32_t low = 0;
  uint32_t high = count;
  if (at(guess) < value) {
    low = guess + 1;
    for (uint32_t step = kFirstStep; high - low > step; step *= 2) {
      if (at(low + step) >= value) {
        high = low + step;
        break;
      }
      low += step + 1;
    }
  } else {
    high = guess;
    for (uint32_t step = kFirstStep; high - low > step; step *= 2) {
      if (at(high - step) < value) {
        low = high - step + 1;
        break;
      }
      high -= step;
    }
  }
  return low + lower_bound(high - low, value, [&](uint32_t i) { return at(low + i); });
}

// Appends up to `limit` of the positions that these bytes have as differences. There are no more of them than
// bytes.
void decode_positions(std::string_view bytes, size_t limit, std::vector<uint32_t>& out) {
  const size_t before = out.size();
  out.resize(before + std::min(limit, bytes.size()));
  uint32_t position = 0;
  size_t n = before;
  for (size_t at = 0; n < out.size() && at < bytes.size(); ++n) {
    const auto first = static_cast<uint8_t>(bytes[at]);
    if (first < 0x80) {  // as nearly all are
      position += first;
      ++at;
    } else {
      ByteReader reader(bytes.substr(at));
      position += static_cast<uint32_t>(reader.varint());
      at = bytes.size() - reader.rest().size();
    }
    out[n] = position;
  }
  out.resize(n);
}

}  // namespace

bool ForwardView::positions(uint32_t hash, std::vector<uint32_t>& out, size_t limit) const {
  const uint32_t at =
      lower_bound_of_hash(terms_, hash, 32, [this](uint32_t i) { return u32_at(hash_at_ + 4 * size_t{i}); });
  if (at == terms_ || u32_at(hash_at_ + 4 * size_t{at}) != hash) return false;
  const uint32_t from = offset_of(at);
  const uint32_t to = at + 1 < terms_ ? offset_of(at + 1) : blob_size_;
  if (from > to || to > blob_size_) throw Error(ErrorKind::corrupt, "a forward index has a wrong offset");
  decode_positions(bytes_.substr(blob_at_ + from, to - from), limit, out);
  return true;
}

void ForwardView::check() const {
  std::vector<ZoneStart> starts;
  zones(starts);
  std::vector<uint32_t> read;
  for (uint32_t i = 0; i < terms_; ++i) {
    read.clear();
    positions(u32_at(hash_at_ + 4 * size_t{i}), read);
  }
}

ForwardView::Exact ForwardView::exact(uint32_t hash) const {
  const uint32_t kept = kept_of_exact(hash);
  const uint32_t at =
      lower_bound_of_hash(exact_, kept, 8 * int{kExactBytes}, [this](uint32_t i) { return exact_at(i); });
  if (at == exact_) return Exact::no;
  const uint32_t found = exact_at(at);
  if (found == (kept | kProminent)) return Exact::prominent;
  return found == kept ? Exact::somewhere : Exact::no;
}

void ForwardView::zones(std::vector<ZoneStart>& out) const {
  out.resize(zones_);
  std::memcpy(out.data(), bytes_.data() + zone_at_, out.size() * sizeof(ZoneStart));
  for (const ZoneStart& zone : out) {
    if (zone.zone > Zone::link)
      throw Error(ErrorKind::corrupt, "a forward index has a zone that there is not");
  }
}

size_t ForwardView::zone_of(uint32_t position) const {
  const auto start_at = [this](uint32_t i) { return u32_at(zone_at_ + size_t{i} * sizeof(ZoneStart)); };
  const uint32_t behind = lower_bound(zones_, position + 1, start_at);
  return behind > 0 ? behind - 1 : 0;
}

Checkpoint ForwardView::checkpoint_before(uint32_t position) const {
  const auto start_at = [this](uint32_t i) {
    return u32_at(checkpoint_at_ + size_t{i} * sizeof(Checkpoint));
  };
  const uint32_t behind = lower_bound(checkpoints_, position + 1, start_at);
  Checkpoint checkpoint;
  if (behind == 0) return checkpoint;
  std::memcpy(&checkpoint, bytes_.data() + checkpoint_at_ + size_t{behind - 1} * sizeof checkpoint,
              sizeof checkpoint);
  return checkpoint;
}

}  // namespace signpost

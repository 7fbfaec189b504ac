#include "geo/snapshot.hpp"

namespace zhengtu::geo {

namespace {

static_assert(sizeof(LonLat) == 2 * sizeof(double));

void write(BinaryWriter& out, Path const& path)
{
    out.value(static_cast<std::uint64_t>(path.size()));
    for (auto const& at : path) {
        out.value(at.lon);
        out.value(at.lat);
    }
}

void write(BinaryWriter& out, Feature const& feature)
{
    for (auto const* text : {&feature.id, &feature.name, &feature.kind, &feature.zone, &feature.parent, &feature.adcode, &feature.county,
                             &feature.city, &feature.source, &feature.licence, &feature.date}) {
        out.text(*text);
    }
    out.texts(feature.aliases);
    out.value(feature.accuracyM);
    out.value(static_cast<std::uint8_t>(feature.schematic));
    out.value(static_cast<std::uint64_t>(feature.more.size()));
    for (auto const& [field, value] : feature.more) {
        out.text(field);
        out.text(value);
    }
    geo::write(out, feature.shape);
}

Feature readFeature(BinaryReader& in)
{
    Feature feature;
    for (auto* text : {&feature.id, &feature.name, &feature.kind, &feature.zone, &feature.parent, &feature.adcode, &feature.county,
                       &feature.city, &feature.source, &feature.licence, &feature.date}) {
        *text = in.text();
    }
    feature.aliases = in.texts();
    feature.accuracyM = in.value<double>();
    feature.schematic = in.value<std::uint8_t>() != 0;
    feature.more.resize(in.counted(2 * sizeof(std::uint32_t)));
    for (auto& [field, value] : feature.more) {
        field = in.text();
        value = in.text();
    }
    feature.shape = readShape(in);
    return feature;
}

} // namespace

void write(BinaryWriter& out, Shape const& shape)
{
    out.value(shape.type);
    out.value(static_cast<std::uint64_t>(shape.parts.size()));
    for (auto const& part : shape.parts) {
        write(out, part.outline);
        out.value(static_cast<std::uint64_t>(part.holes.size()));
        for (auto const& hole : part.holes) { write(out, hole); }
    }
}

Shape readShape(BinaryReader& in)
{
    Shape shape;
    shape.type = in.value<ShapeType>();
    shape.parts.resize(in.counted(2 * sizeof(std::uint64_t)));
    for (auto& part : shape.parts) {
        part.outline = in.array<LonLat>();
        part.holes.resize(in.counted(sizeof(std::uint64_t)));
        for (auto& hole : part.holes) { hole = in.array<LonLat>(); }
    }
    return shape;
}

void write(BinaryWriter& out, Layer const& layer)
{
    for (auto const* text : {&layer.id, &layer.title, &layer.titleEn, &layer.kind, &layer.style, &layer.source, &layer.licence, &layer.date, &layer.note}) {
        out.text(*text);
    }
    out.value(static_cast<std::uint8_t>(layer.schematic));
    out.value(static_cast<std::uint64_t>(layer.features.size()));
    for (auto const& feature : layer.features) { write(out, feature); }
}

Layer readLayer(BinaryReader& in)
{
    Layer layer;
    for (auto* text : {&layer.id, &layer.title, &layer.titleEn, &layer.kind, &layer.style, &layer.source, &layer.licence, &layer.date, &layer.note}) {
        *text = in.text();
    }
    layer.schematic = in.value<std::uint8_t>() != 0;
    layer.features.resize(in.counted(sizeof(std::uint64_t)));
    for (auto& feature : layer.features) { feature = readFeature(in); }
    return layer;
}

} // namespace zhengtu::geo

#pragma once

#include "map/facts_model.hpp"
#include "map/map_layer_item.hpp"
#include "map/task_table_model.hpp"

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// What is under the pointer, and the feature that is looked at.
class Identify : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns it.")
    Q_PROPERTY(zhengtu::map::FactsModel* hits READ hits CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* facts READ facts CONSTANT FINAL)
    Q_PROPERTY(bool hasFeature READ hasFeature NOTIFY featureChanged FINAL)
    Q_PROPERTY(QString featureName READ featureName NOTIFY featureChanged FINAL)
    Q_PROPERTY(QString featureKind READ featureKind NOTIFY featureChanged FINAL)
    Q_PROPERTY(QString featureParent READ featureParent NOTIFY featureChanged FINAL)
    Q_PROPERTY(bool featureIsArea READ featureIsArea NOTIFY featureChanged FINAL)

public:
    Identify(MapScene& scene, TaskTableModel const& tasks, QObject* parent = nullptr);

    /// Fills `hits` with what is at a point of the item: tasks first, then features, nearest first. Returns how many tasks.
    Q_INVOKABLE int lookAt(zhengtu::map::MapLayerItem* layer, QPointF point);
    /// The task under the pointer in two lines, or how many there are; empty where there is none.
    Q_INVOKABLE QString hintAt(zhengtu::map::MapLayerItem* layer, QPointF point) const;
    Q_INVOKABLE QString taskOfHit(int row) const; ///< empty for a feature
    Q_INVOKABLE void showFeatureOfHit(int row);
    /// A feature by its key, "feature:LAYER/ID"; false where there is none.
    Q_INVOKABLE bool showFeature(QString const& key);
    Q_INVOKABLE void clearFeature();

    [[nodiscard]] FactsModel* hits() { return &m_hits; }
    [[nodiscard]] FactsModel* facts() { return &m_facts; }
    [[nodiscard]] geo::Feature const* feature() const { return m_feature; }
    [[nodiscard]] geo::Layer const* layer() const { return m_layer; }
    [[nodiscard]] bool hasFeature() const { return m_feature != nullptr; }
    [[nodiscard]] QString featureName() const;
    [[nodiscard]] QString featureKind() const;   ///< the layer's title, with the zone
    [[nodiscard]] QString featureParent() const; ///< the reserve of a zone; empty where the feature is whole
    [[nodiscard]] bool featureIsArea() const;
    void setEnglish(bool english);

signals:
    void featureChanged();

private:
    void show(geo::Layer const* layer, geo::Feature const* feature);

    MapScene& m_scene;
    TaskTableModel const& m_tasks;
    cartography::SceneRef m_kept; ///< keeps m_layer and m_feature alive
    geo::Layer const* m_layer = nullptr;
    geo::Feature const* m_feature = nullptr;
    FactsModel m_hits, m_facts;
    bool m_english = false;
};

} // namespace zhengtu::map

#pragma once

#include "map/identify.hpp"
#include "map/map_scene.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// What a question or an overlay can be asked about, for the one field that is being typed in: the feature that is looked at, the area
/// that was drawn, whole layers, and features by a part of their name or its pinyin initials.
class TargetList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the list.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { TargetRole = Qt::UserRole + 1, LabelRole, NoteRole };
    struct Target {
        QString target; ///< as of workspace::targets: "reserve:天龙山", "mine", a WKT
        QString label, note;
    };

    TargetList(MapScene& scene, Identify const& identify, QObject* parent = nullptr);

    /// Fills the list with what fits; nothing typed: with what stands to hand. At most a screenful.
    Q_INVOKABLE void search(QString const& text);
    Q_INVOKABLE QString targetAt(int row) const;
    void setDrawn(QString const& wkt) { m_drawn = wkt; } ///< the area that was drawn last; empty: none
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    Q_INVOKABLE QString featureTarget() const; ///< of the feature that is looked at; empty where there is none

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Known {
        Target target;
        QString name, initials;
    };
    void gather();

    MapScene& m_scene;
    Identify const& m_identify;
    cartography::SceneRef m_of; ///< that m_known is made from
    std::vector<Known> m_known;
    std::vector<Target> m_kinds, m_shown;
    QString m_drawn;
};

} // namespace zhengtu::map
